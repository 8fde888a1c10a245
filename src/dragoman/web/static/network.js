// The network of actors, drawn by Cytoscape.js; what is chosen is told in the panel below.
import { button, colour, drawing, el, number, onTheme, place, takeAway } from "./picture.js";

/* global cytoscape, htmx */
const data = drawing();
const panel = document.getElementById("panel");
const DASHED = new Set(["objective", "progress", "indicator", "event"]);

// Cytoscape adds a style element of its own unless there is one of this name; the policy of the page forbids that.
const mark = document.createElement("meta");
mark.id = "__________cytoscape_stylesheet";
document.head.append(mark);

const hub = new Set(data.route);
const ring = (i) => {
  const angle = (2 * Math.PI * i) / Math.max(1, data.nodes.length);
  return { x: 400 + 300 * Math.cos(angle), y: 300 + 300 * Math.sin(angle) };
};
const elements = [
  ...data.nodes.map((node, i) => ({ group: "nodes", position: ring(i),
    data: { id: `n${i}`, actor: node.id, label: node.label, statements: node.statements, size: 12 + 5 * Math.log2(1 + node.statements) ** 0.8 },
    classes: [node.id === data.about ? "about" : "", hub.has(node.id) ? "route" : ""].join(" ") })),
];
const numberOf = new Map(data.nodes.map((node, i) => [node.id, `n${i}`]));
data.edges.forEach((edge, i) => {
  const ends = { source: numberOf.get(edge.a), target: numberOf.get(edge.b) };
  if (ends.source && ends.target) {
    elements.push({ group: "edges", data: { id: `e${i}`, ...ends, facts: edge.facts, main: edge.main, at: i, wide: 1 + Math.log2(1 + edge.facts) },
      classes: edge.route ? "route" : "" });
  }
});

function look() {
  const ink = colour("--ink");
  const paper = colour("--paper");
  const focus = colour("--focus");
  const quiet = colour("--quiet");
  const font = getComputedStyle(document.body).fontFamily;
  return [
    { selector: "node", style: { width: "data(size)", height: "data(size)", label: "data(label)", color: ink, "background-color": quiet,
      "font-family": font, "font-size": 11, "text-wrap": "ellipsis", "text-max-width": 150, "min-zoomed-font-size": 6,
      "text-outline-color": paper, "text-outline-width": 2, "text-valign": "bottom", "text-margin-y": 2 } },
    { selector: "edge", style: { width: "data(wide)", opacity: 0.75, "curve-style": "haystack", "line-color": (e) => colour(`--kind-${e.data("main")}`),
      "line-style": (e) => (DASHED.has(e.data("main")) ? "dashed" : "solid") } },
    { selector: "node.about", style: { "background-color": focus } },
    { selector: ".route", style: { "z-index": 9, opacity: 1 } },
    { selector: "node.route", style: { "border-width": 4, "border-color": focus } },
    { selector: "edge.route", style: { width: (e) => e.data("wide") + 4, "line-color": focus, "line-style": "solid" } },
    { selector: ":selected", style: { "overlay-color": focus, "overlay-opacity": 0.35, "overlay-padding": 4 } },
  ];
}

const layout = { name: "cose", animate: false, randomize: false, padding: 24, nodeRepulsion: () => 60000, idealEdgeLength: () => 90,
  nodeOverlap: 20, numIter: data.nodes.length > 50 ? 400 : 800 };
const cy = cytoscape({ container: place(), elements, style: look(), layout, wheelSensitivity: 0.3, minZoom: 0.1, maxZoom: 5 });
/** Everything in view; a few actors are not blown up. */
function whole() {
  cy.fit(undefined, 24);
  if (cy.zoom() > 1.4) cy.zoom(1.4);
  cy.center();
}
whole(); // without an animation the layout is done by now
place().setAttribute("role", "application");
place().setAttribute("aria-label", `Network of ${data.nodes.length} actors and ${data.edges.length} ties; the table below lists them. Arrow keys move, plus and minus zoom, 0 shows everything.`);
place().tabIndex = 0;
onTheme(() => cy.style(look()));

function say(...content) {
  panel.replaceChildren(...content);
}

const linked = (href, text) => {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
};

cy.on("tap", "edge", (event) => {
  const edge = data.edges[event.target.data("at")];
  say(linked(edge.url, `What ties ${edge.a} and ${edge.b}`));
  htmx.ajax("GET", edge.url, { target: panel, select: "#tie", swap: "innerHTML" });
});
cy.on("tap", "node", (event) => {
  const actor = event.target.data("actor");
  const head = document.createElement("h2");
  head.textContent = event.target.data("label");
  const line = document.createElement("p");
  const here = new URLSearchParams(location.search);
  here.set("actor", actor);
  here.delete("with");
  line.append(`${number(event.target.data("statements"))} statements. `, linked(data.nodes.find((n) => n.id === actor).url, "Its page"),
    " · ", linked(`/network?${here}`, "Network around it"), " · ", linked(`/timeline?actor=${encodeURIComponent(actor)}`, "Timeline"));
  say(head, line);
});

// --- Keys ---
const zoomBy = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
const keys = {
  ArrowLeft: () => cy.panBy({ x: 60, y: 0 }), ArrowRight: () => cy.panBy({ x: -60, y: 0 }), ArrowUp: () => cy.panBy({ x: 0, y: 60 }),
  ArrowDown: () => cy.panBy({ x: 0, y: -60 }), "+": () => zoomBy(1.4), "=": () => zoomBy(1.4), "-": () => zoomBy(1 / 1.4), 0: whole,
};
place().addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  keys[event.key]();
  event.preventDefault();
});
button("+", keys["+"], "Zoom in");
button("−", keys["-"], "Zoom out");
button("All", keys[0], "All: show everything");

/** The same drawing as SVG. */
function asSvg() {
  const box = cy.elements().boundingBox();
  const svg = el("svg", { viewBox: `${box.x1 - 20} ${box.y1 - 20} ${box.w + 40} ${box.h + 40}` });
  cy.edges().forEach((edge) => {
    const [a, b] = [edge.source().position(), edge.target().position()];
    svg.append(el("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: edge.style("line-color"), "stroke-width": edge.numericStyle("width"),
      "stroke-dasharray": edge.style("line-style") === "dashed" ? "6 3" : null, "stroke-opacity": edge.style("opacity") },
    el("title", {}, `${edge.source().data("label")} – ${edge.target().data("label")}: ${edge.data("facts")}, mostly ${edge.data("main")}`)));
  });
  cy.nodes().forEach((node) => {
    const at = node.position();
    const r = node.width() / 2;
    svg.append(el("circle", { cx: at.x, cy: at.y, r, fill: node.style("background-color") }),
      el("text", { x: at.x, y: at.y + r + 12, "text-anchor": "middle", "font-size": 11, "font-family": "sans-serif", fill: node.style("color") }, node.data("label")));
  });
  return svg;
}
takeAway("network", asSvg);
