// Actors of the ledger, offered while the name of one is typed: fields with `list="known-actors"`.
let waiting = 0;

async function suggest(begun) {
  const answer = await fetch(`/review/suggest?q=${encodeURIComponent(begun)}`);
  if (!answer.ok) return;
  const options = (await answer.json()).map(({ actor, says }) => new Option(says, actor));
  document.getElementById("known-actors").replaceChildren(...options);
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[list=known-actors]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest(target.value), 150);
});
