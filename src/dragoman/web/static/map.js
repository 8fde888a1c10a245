// The map of one actor's ties. The atlas is part of the package; nothing is fetched from elsewhere.
import { drawing, el, link, navigate, number, place, takeAway } from "./picture.js";

/* global d3, topojson */
const WIDTH = 1000, HEIGHT = 500, LEVELS = 5;
const SMALL = 14; // square units below which a state is drawn as a dot
const { about, ties, borders, pieces, names } = drawing();
const most = Math.max(1, ...ties.map((tie) => tie.facts));
const levelOf = (facts) => Math.max(1, Math.ceil((LEVELS * Math.log(facts + 1)) / Math.log(most + 1)));

const projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: "Sphere" });
const path = d3.geoPath(projection).digits(1);
const svg = el("svg", { role: "group", "aria-label": "Map of the world; arrow keys move, plus and minus zoom, 0 shows everything",
  viewBox: `0 0 ${WIDTH} ${HEIGHT}` });

function pattern() {
  const lines = el("pattern", { id: "hatch", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    el("rect", { class: "area", width: 4, height: 4 }), el("path", { class: "hatch", d: "M0 0V4" }));
  return el("defs", {}, lines);
}

/** By number, or by name where the atlas has no number. */
const keyOf = (geometry) => geometry.id ?? geometry.properties.name;
const nameOf = (geometry) => names[keyOf(geometry)] ?? geometry.properties.name;

const title = (tie) => `${tie.name}: ${number(tie.facts)} fact${tie.facts === 1 ? "" : "s"} (${Object.entries(tie.kinds).map(([kind, n]) => `${kind} ${n}`).join(", ")})`;

function shown(tie, ...marks) {
  if (!tie) return marks;
  if (tie === about) return [el("g", { class: "here" }, el("title", {}, tie.name), ...marks)];
  const made = link(tie.url, title(tie), ...marks);
  made.classList.add("tie");
  made.dataset.actor = tie.actor;
  return [made];
}

const look = (tie) => (!tie ? "area" : tie === about ? "area about" : `area level-${levelOf(tie.facts)}`);

/** The pieces of land that several claim, cut out of the outline that the atlas puts them in. */
function cut(features) {
  const found = [];
  for (const { area, at, name } of pieces) {
    const owner = features.find((feature) => keyOf(feature) === area);
    if (owner?.geometry.type !== "MultiPolygon") continue;
    const i = owner.geometry.coordinates.findIndex((rings) => d3.geoContains({ type: "Polygon", coordinates: rings }, at));
    if (i < 0) continue;
    const [rings] = owner.geometry.coordinates.splice(i, 1);
    found.push({ name, geometry: { type: "Polygon", coordinates: rings } });
  }
  return found;
}

function draw(atlas) {
  const countries = atlas.objects.countries;
  const features = topojson.feature(atlas, countries).features;
  const claimed = cut(features);
  const byArea = new Map([...ties, ...(about ? [about] : [])].filter((tie) => tie.area).map((tie) => [tie.area, tie]));
  const areas = el("g");
  const dots = el("g");
  const dot = ([px, py], tie, name) =>
    dots.append(...shown(tie, el("circle", { class: `dot ${look(tie)}${tie?.contested ? " open" : ""}`, cx: px.toFixed(1), cy: py.toFixed(1), r: tie ? 3.5 : 1.5 },
      ...(tie ? [] : [el("title", {}, name)]))));
  const dotted = new Set();
  for (const feature of features) {
    const tie = byArea.get(keyOf(feature));
    const d = path(feature);
    if (!d) continue;
    areas.append(...shown(tie, el("path", { class: look(tie), d }, ...(tie ? [] : [el("title", {}, nameOf(feature))]))));
    if (path.area(feature) < SMALL && !dotted.has(keyOf(feature))) {
      dotted.add(keyOf(feature));
      dot(path.centroid(feature), tie, nameOf(feature));
    }
  }
  for (const tie of [...ties, ...(about ? [about] : [])]) if (!tie.area && tie.point) dot(projection(tie.point), tie, tie.name);
  for (const { name, geometry } of claimed) {
    areas.append(el("path", { class: "piece", fill: "url(#hatch)", d: path(geometry) }, el("title", {}, name)));
  }
  const disputed = new Set(borders.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]));
  const line = (wanted) => path(topojson.mesh(atlas, countries, (a, b) => a !== b && disputed.has(`${keyOf(a)}|${keyOf(b)}`) === wanted));
  svg.replaceChildren(pattern(), el("path", { class: "sphere", d: path({ type: "Sphere" }) }), areas,
    el("path", { class: "border", d: line(false) }), el("path", { class: "border contested", d: line(true) }), dots);
  place().append(svg);
}

function legend() {
  const list = document.getElementById("levels");
  const add = (css, text) => {
    const item = document.createElement("li");
    item.append(el("svg", { class: "swatch", viewBox: "0 0 14 8", "aria-hidden": "true" }, el("rect", { class: `area ${css}`, width: 14, height: 8 })), ` ${text}`);
    list.append(item);
  };
  if (about) add("about", about.name);
  for (let level = 1, low = 1; level <= LEVELS; level += 1) {
    let high = low;
    while (high < most && levelOf(high + 1) <= level) high += 1;
    if (low > most || levelOf(low) > level) continue;
    add(`level-${level}`, low === high ? number(low) : `${number(low)} – ${number(high)}`);
    low = high + 1;
  }
  add("", "no facts together");
}

let box = { x: 0, y: 0, width: WIDTH };

function see(next) {
  const width = Math.min(WIDTH, Math.max(WIDTH / 40, next.width));
  const height = (width * HEIGHT) / WIDTH;
  box = { x: Math.min(Math.max(next.x, 0), WIDTH - width), y: Math.min(Math.max(next.y, 0), HEIGHT - height), width };
  svg.setAttribute("viewBox", `${box.x} ${box.y} ${width} ${height}`);
  for (const circle of svg.querySelectorAll("circle.dot")) {
    circle.setAttribute("r", ((circle.closest("a, .here") ? 3.5 : 1.5) * Math.sqrt(width / WIDTH)).toFixed(2));
  }
}

navigate(svg, {
  move: (dx, dy) => see({ ...box, x: box.x - dx * box.width, y: box.y - (dy * box.width * HEIGHT) / WIDTH }),
  zoom: (factor, px, py) => {
    const width = Math.min(WIDTH, Math.max(WIDTH / 40, box.width / factor));
    see({ x: box.x + (box.width - width) * px, y: box.y + ((box.width - width) * py * HEIGHT) / WIDTH, width });
  },
  reset: () => see({ x: 0, y: 0, width: WIDTH }),
});
legend();
const answer = await fetch("/static/vendor/world-atlas/countries-50m.json");
if (answer.ok) {
  draw(await answer.json());
  takeAway("map", () => svg);
} else {
  place().textContent = "The outlines of the world are missing from this installation; the table below has the same.";
}
