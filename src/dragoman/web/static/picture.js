// What all pictures share: data from the page, elements of SVG, moving and zooming by mouse and keys, files to take away.

const SVG = "http://www.w3.org/2000/svg";

/** What the server put into the page for this picture. */
export const drawing = () => JSON.parse(document.getElementById("drawing").textContent);

export const place = () => document.getElementById("picture");

/** An element of SVG. Children may be texts: whatever they hold stays text. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A link in a drawing; its title is what a screen reader and a resting mouse tell. */
export const link = (href, title, ...children) =>
  el("a", { href }, el("title", {}, title), ...children);

export const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

export const number = (value) => value.toLocaleString("en", { maximumFractionDigits: 2 });

/** A colour of the stylesheet as it is now, in light or dark. */
export function colour(name) {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Call `again` whenever light turns to dark or back; paper is always light. */
export function onTheme(again) {
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", again);
}

// --- Files to take away -------------------------------------------------------------------------------------------

const LOOK = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size",
  "font-weight", "text-anchor", "visibility"];

/** A copy that needs no stylesheet: every look is written into the elements, every link is a whole address. */
export function standalone(svg) {
  const copy = svg.cloneNode(true);
  const [from, to] = [[svg, ...svg.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((original, i) => {
    const look = getComputedStyle(original);
    // A picture that only exists to be taken away has no look of its own yet: what it says of itself stays.
    if (svg.isConnected) for (const name of LOOK) to[i].setAttribute(name, look.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "id"]) {
      if (name !== "id" || original.localName !== "pattern") to[i].removeAttribute(name);
    }
    if (to[i].hasAttribute("href")) to[i].setAttribute("href", new URL(to[i].getAttribute("href"), location.href).href);
    const fill = to[i].getAttribute("fill");
    if (fill?.includes("url(")) to[i].setAttribute("fill", "url(#hatch)");
  });
  const box = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("width", box.width);
  copy.setAttribute("height", box.height);
  copy.prepend(el("rect", { x: box.x, y: box.y, width: box.width, height: box.height, fill: colour("--paper") }));
  copy.prepend(el("desc", {}, `Dragoman, ${location.href}`));
  copy.prepend(el("title", {}, document.title));
  return new XMLSerializer().serializeToString(copy);
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function toPng(text, box) {
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  const scale = Math.min(2, 8000 / Math.max(box.width, box.height));
  canvas.width = Math.round(box.width * scale);
  canvas.height = Math.round(box.height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Buttons that save the drawing as SVG and PNG; `current` gives the drawing as it is then. */
export function takeAway(name, current) {
  button("SVG", () => save(new Blob([standalone(current())], { type: "image/svg+xml" }), `${name}.svg`));
  button("PNG", async () => {
    const svg = current();
    save(await toPng(standalone(svg), svg.viewBox.baseVal), `${name}.png`);
  });
}

export function button(label, act, title = "") {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  if (title) made.setAttribute("aria-label", title);
  made.addEventListener("click", act);
  document.getElementById("toolbar").append(made);
  return made;
}

// --- Moving and zooming -------------------------------------------------------------------------------------------

/**
 * Keys, wheel, dragging and buttons, as calls of `move(dx, dy)` (in parts of the drawing's width and height),
 * `zoom(factor, x, y)` (about a point in such parts) and `reset()`. A drag is no click on a link.
 */
export function navigate(svg, { move, zoom, reset }) {
  svg.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      ArrowLeft: () => move(0.15, 0), ArrowRight: () => move(-0.15, 0), ArrowUp: () => move(0, 0.15), ArrowDown: () => move(0, -0.15),
      "+": () => zoom(1.5, 0.5, 0.5), "=": () => zoom(1.5, 0.5, 0.5), "-": () => zoom(1 / 1.5, 0.5, 0.5), 0: reset,
    };
    if (!acts[event.key]) return;
    acts[event.key]();
    event.preventDefault();
  });
  svg.addEventListener("wheel", (event) => {
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    event.preventDefault();
  }, { passive: false });
  let last = null;
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => { last = event.button === 0 ? event : null; dragged = false; });
  addEventListener("pointermove", (event) => {
    if (!last) return;
    const [dx, dy] = [event.clientX - last.clientX, event.clientY - last.clientY];
    if (!dragged && Math.hypot(dx, dy) < 4) return;
    const box = svg.getBoundingClientRect();
    dragged = true;
    move(dx / box.width, dy / box.height);
    last = event;
  });
  addEventListener("pointerup", () => { last = null; });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  button("+", () => zoom(1.5, 0.5, 0.5), "Zoom in");
  button("−", () => zoom(1 / 1.5, 0.5, 0.5), "Zoom out");
  button("All", reset, "All: show everything");
}
