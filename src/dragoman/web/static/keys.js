// Keys and the light/dark switch of every page. Lines are elements with `data-line`; `data-href` is what Enter opens.

const lines = () => [...document.querySelectorAll("[data-line]")].filter((line) => line.offsetParent !== null);

/** The line that has the focus or holds it; else the one that had it last. */
export function currentLine() {
  return document.activeElement?.closest("[data-line]") ?? document.querySelector("[data-line].current");
}

/** Make a line the current one: focus it, bring it into view, and tell other modules. */
export function select(line) {
  document.querySelectorAll("[data-line].current").forEach((other) => other.classList.remove("current"));
  line.classList.add("current");
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "nearest" });
  line.dispatchEvent(new CustomEvent("line", { bubbles: true }));
}

function step(by) {
  const all = lines();
  if (!all.length) return;
  const at = all.indexOf(currentLine());
  select(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

const typing = (element) => element?.matches?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const help = document.getElementById("help");
  if (help?.open) return; // the dialog has the keys; Escape closes it
  if (event.key === "/") {
    const search = document.getElementById("q");
    search.focus();
    search.select();
  } else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "?") help.showModal();
  else if (event.key === "Enter" && event.target.matches("[data-line][data-href]")) {
    window.location.assign(event.target.dataset.href);
  } else return;
  event.preventDefault();
});

// The choice is kept in a cookie, so that the server draws the next page in it and nothing flashes.
const theme = document.getElementById("theme");
if (theme) {
  const root = document.documentElement;
  const shown = () => root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const label = () => {
    theme.textContent = shown() === "dark" ? "Light" : "Dark";
    theme.setAttribute("aria-label", `Switch to ${shown() === "dark" ? "light" : "dark"} colours`);
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = shown() === "dark" ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
    label();
  });
  label();
  theme.hidden = false;
}
