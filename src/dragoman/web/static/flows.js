// Flows of money: who gives, through which programme, to whom. Widths are sums of one unit.
import { drawing, el, link, number, place, short, takeAway } from "./picture.js";

const { flows, unit } = drawing();
// Behind each column there is room for its longest label and a sum of thirteen figures.
const WIDTH = 1200, BOX = 12, GAP = 20, X = [4, 460, WIDTH - 350], LABELS = [44, 40, 30];
const positive = flows.filter((flow) => flow.amount > 0);
const ends = ["source", "programme", "target"];

/** The boxes of one column, largest first. */
function boxes(name) {
  const sums = new Map();
  for (const flow of positive) sums.set(flow[name], (sums.get(flow[name]) ?? 0) + flow.amount);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([label, sum]) => ({ label, sum, used: [0, 0] }));
}

const columns = ends.map(boxes);
const rows = Math.max(...columns.map((column) => column.length));
const total = positive.reduce((sum, flow) => sum + flow.amount, 0);
const height = Math.max(240, rows * (GAP + 14));
const scale = (height - rows * GAP) / total;
for (const column of columns) {
  let y = 10;
  for (const box of column) {
    Object.assign(box, { y, height: Math.max(2, box.sum * scale) });
    y += box.height + GAP;
  }
}
const bottom = Math.max(...columns.map((column) => column.at(-1).y + column.at(-1).height)) + 16;
const svg = el("svg", { role: "group", "aria-label": "Flows of money", viewBox: `0 0 ${WIDTH} ${bottom}` });

function band(a, b, from, to, wide, css) {
  const [x1, x2] = [from + BOX, to];
  const [y1, y2] = [a.y + a.used[1], b.y + b.used[0]];
  a.used[1] += wide;
  b.used[0] += wide;
  const bend = (x1 + x2) / 2;
  return el("path", { class: `band ${css}`, d: `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}v${wide}C${bend} ${y2 + wide} ${bend} ${y1 + wide} ${x1} ${y1 + wide}Z` });
}

const at = (column, label) => columns[column].find((box) => box.label === label);
for (const flow of positive) {
  const [a, b, c] = ends.map((name, column) => at(column, flow[name]));
  const css = `giver-${columns[0].indexOf(a) % 8}`;
  const wide = Math.max(0.75, flow.amount * scale);
  const title = `${flow.source} → ${flow.target}, ${flow.programme}: ${flow.said ? `${flow.said} ` : ""}${number(flow.amount)} ${unit}`;
  const made = link(flow.url, title, band(a, b, X[0], X[1], wide, css), band(b, c, X[1], X[2], wide, css));
  made.classList.add("flow");
  svg.append(made);
}
columns.forEach((column, i) => {
  for (const box of column) {
    svg.append(el("g", { class: "end" }, el("title", {}, `${box.label}: ${number(box.sum)} ${unit}`),
      el("rect", { class: "box", x: X[i], y: box.y, width: BOX, height: box.height }),
      el("text", { x: X[i] + BOX + 5, y: box.y + Math.max(box.height / 2, 2) + 4 }, `${short(box.label, LABELS[i])} `,
        el("tspan", { "font-weight": 600 }, number(box.sum)))));
  }
});
place().append(svg);
takeAway("money", () => svg);
