// Counts of events: one small chart for each type, all on the same years.
import { drawing, el, number, place, takeAway } from "./picture.js";

const bars = drawing().bars;
const dated = bars.filter((bar) => bar.year !== null);
const [first, last] = [Math.min(...dated.map((b) => b.year)), Math.max(...dated.map((b) => b.year))];
const WIDTH = 280, HEIGHT = 96, PAD = 12;
const COLUMNS = Math.min(4, Math.max(Math.floor(place().clientWidth / WIDTH), 1));
const types = [...new Set(bars.map((bar) => bar.event))];
const svg = el("svg", { role: "img", "aria-label": "Bar charts by type of event; the table has the numbers",
  viewBox: `0 0 ${COLUMNS * WIDTH} ${Math.ceil(types.length / COLUMNS) * HEIGHT + PAD}` });

types.forEach((type, i) => {
  const ours = dated.filter((bar) => bar.event === type);
  const most = Math.max(1, ...ours.map((bar) => bar.n));
  const group = el("g", { class: "chart", transform: `translate(${(i % COLUMNS) * WIDTH + PAD} ${Math.floor(i / COLUMNS) * HEIGHT + PAD})` });
  const inner = WIDTH - 2 * PAD;
  const wide = inner / (last - first + 1);
  const base = HEIGHT - 34;
  group.append(el("text", { x: 0, y: 8 }, type),
    el("text", { class: "quiet", x: inner, y: 8, "text-anchor": "end" }, ours.length ? number(most) : "undated only"));
  for (const bar of ours) {
    const height = Math.max(1, (bar.n / most) * (base - 14));
    group.append(el("rect", { class: "bar", x: (bar.year - first) * wide, y: base - height, width: Math.max(1, Math.min(wide - 1, 24)), height },
      el("title", {}, `${type} ${bar.year}: ${number(bar.n)}`)));
  }
  group.append(el("path", { class: "axis", d: `M0 ${base}H${inner}` }));
  if (dated.length) {
    group.append(el("text", { class: "quiet", x: 0, y: base + 13 }, String(first)),
      el("text", { class: "quiet", x: inner, y: base + 13, "text-anchor": "end" }, String(last)));
  }
  svg.append(group);
});
place().append(svg);
takeAway("events", () => svg);
