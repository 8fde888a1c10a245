// Review with the keys: c r e w u n on the queue; on the form suggestions, dates and quotes.
import { currentLine, select } from "./keys.js";

const told = document.getElementById("told");
const tell = (text) => told && (told.textContent = text);
const typing = (element) => element?.matches?.("input, textarea, select");
let busy = false; // one decision at a time: a key held down decides once

const itemOf = (line) => line?.closest("[data-decide]");
const current = () => itemOf(currentLine());
const choose = (item) => item && select(item.querySelector("[data-line]"));

/** Send a form; the answer takes the place of the statement's line. Gives the status, 0 where no answer came. */
async function send(item, form, button) {
  // Not form.action: that is the button of this name. Undo sends the same form elsewhere.
  const body = new URLSearchParams(new FormData(form, button));
  try {
    const answer = await fetch(button.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if ((answer.status === 401 || answer.headers.has("X-Stale-Form")) && button.name === "action") {
      resend(form, button);
      return answer.status;
    }
    if (!answer.ok && answer.status !== 409) {
      tell(answer.status === 401 || answer.status === 403 ? "Not allowed, or logged out; reload the page." : `Not written: the server answered ${answer.status}.`);
      return answer.status;
    }
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-decide]");
    item.replaceWith(made);
    choose(made);
    return answer.status;
  } catch {
    tell("Not written: the server did not answer. Try again.");
    return 0;
  }
}

/** Logged out: sent as a page would, the server keeps what was written and leads to the login and back. */
function resend(form, button) {
  const action = document.createElement("input");
  Object.assign(action, { type: "hidden", name: button.name, value: button.value });
  form.append(action);
  HTMLFormElement.prototype.submit.call(form);
}

const UNDO = ".undoing button";
const late = "Somebody else decided since you looked; nothing of yours was written.";
const done = { confirm: "Confirmed", reject: "Rejected" };

async function decide(action) {
  const item = current() ?? document.querySelector("[data-decide]");
  const form = item?.querySelector("form.deciding");
  if (!form || busy) return;
  busy = true;
  const id = item.dataset.decide;
  const status = await send(item, form, form.querySelector(`[value="${action}"]`));
  busy = false;
  if (status === 409) tell(late);
  if (status !== 200) return;
  tell(`${done[action]}. u takes it back.`);
  const here = document.querySelector(`[data-decide="${id}"]`);
  choose(here.nextElementSibling ?? here);
}

/** The line that is current, or the one before it that was decided. */
function decided() {
  const all = [...document.querySelectorAll("[data-decide]")].filter((item) => item.querySelector(UNDO));
  return all.includes(current()) ? current() : all.findLast((each) => precedes(each, current())) ?? all.at(-1);
}

async function undo(item) {
  if (!item || busy) return;
  busy = true;
  const button = item.querySelector(UNDO);
  const status = await send(item, button.form, button);
  busy = false;
  if (status === 200) tell("Taken back.");
  if (status === 409) tell(late);
}

const precedes = (a, b) => b && a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (document.getElementById("help")?.open) return;
  if (typing(event.target)) {
    // Enter in the reason goes back to the line: it must not confirm by accident.
    if (event.key === "Enter" && event.target.closest("form.deciding")) {
      event.preventDefault();
      choose(itemOf(event.target));
    }
    return;
  }
  const item = current();
  if (event.key === "c") decide("confirm");
  else if (event.key === "r") decide("reject");
  else if (event.key === "u") undo(decided());
  else if (event.key === "e" && item) window.location.assign(item.querySelector("[data-correct]").href);
  else if (event.key === "w" && item) item.querySelector("[name=why]").focus();
  else if (event.key === "n") document.querySelector("a[rel=next]")?.click();
  else return;
  event.preventDefault();
});

document.addEventListener("submit", (event) => {
  const item = itemOf(event.target);
  if (!item) return;
  event.preventDefault();
  if (event.submitter?.matches(UNDO)) undo(item);
  else if (event.submitter) {
    choose(item);
    decide(event.submitter.value);
  }
});

// The form: a new empty field below a filled one, a word on dates.
let waiting = 0;

async function checkDate(input) {
  const answer = await fetch(`/review/date?value=${encodeURIComponent(input.value)}`);
  const { wrong } = answer.ok && !answer.redirected ? await answer.json() : { wrong: "" };
  document.getElementById(input.getAttribute("aria-describedby")).textContent = wrong;
  input.setAttribute("aria-invalid", String(wrong !== ""));
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-date]")) {
    clearTimeout(waiting);
    waiting = setTimeout(() => checkDate(target), 150);
  }
  const many = target.closest("[data-many]");
  if (many && target.value && target === many.querySelector("input:last-of-type")) {
    const next = target.cloneNode();
    next.value = "";
    next.removeAttribute("value");
    next.setAttribute("aria-label", target.getAttribute("aria-label").replace(/\d+$/, (n) => Number(n) + 1));
    target.after(next);
  }
});

// Stages are those of the kind.
const kind = document.getElementById("kind");
const stages = document.querySelectorAll("#stage optgroup");
const narrow = () => {
  for (const group of stages) group.disabled = group.hidden = group.label !== kind.value;
  const stage = document.getElementById("stage");
  if (stage.selectedOptions[0]?.parentElement.hidden) stage.value = null;
  if (!stage.value) document.querySelector("#stage optgroup:not([hidden]) option").selected = true;
};
kind?.addEventListener("change", narrow);
if (kind) narrow();

// The quote is what is selected in the document, with the place: the words may stand elsewhere too. Places are counted
// in code points, as the ledger does; the browser counts UTF-16 units.
const around = document.getElementById("around");
const take = document.getElementById("take");
const points = (text) => [...text].length;
const units = (text, count) => [...text].slice(0, count).join("").length;
function quote() {
  const chosen = around.value.slice(around.selectionStart, around.selectionEnd);
  if (!chosen.trim()) return;
  const before = around.selectionStart + chosen.length - chosen.trimStart().length;
  document.getElementById("quote").value = chosen.trim();
  document.getElementById("start").value = Number(around.dataset.start) + points(around.value.slice(0, before));
}
if (around) {
  const { from, to } = around.dataset;
  around.setSelectionRange(units(around.value, Number(from)), units(around.value, Number(to)));
  // Words that are written by hand say no place.
  document.getElementById("quote").addEventListener("input", () => (document.getElementById("start").value = ""));
  take.hidden = false;
  take.addEventListener("click", quote);
  around.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    quote();
  });
}
