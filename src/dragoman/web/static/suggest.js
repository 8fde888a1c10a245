// Actors of the ledger, offered while the name of one is typed: fields with a list of them.
let waiting = 0;

async function suggest(field) {
  const answer = await fetch(`/review/suggest?q=${encodeURIComponent(field.value)}`);
  if (!answer.ok || answer.redirected) return; // to the login, where a session has ended
  const options = (await answer.json()).map(({ actor, says }) => new Option(says, actor));
  field.list.replaceChildren(...options);
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[list=known-actors], [list=actors]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest(target), 150);
});
