// The timeline: lanes by kind; days, stretches that are only known to the month or year, and intervals.
import { drawing, el, link, navigate, place, short, takeAway } from "./picture.js";

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
const WIDTH = Math.min(1200, Math.max(place().clientWidth, 360)); // letters keep their size on a small screen
const LEFT = 96, RIGHT = 16, ROW = 18, TOP = 26, MOST_ROWS = 14, LABEL = 34;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const day = (text) => {
  const [year, month, date] = text.split("-").map(Number);
  const made = new Date(0);
  made.setUTCFullYear(year, month - 1, date); // Date.UTC takes the years 0 to 99 for 1900 to 1999
  return made.getTime();
};
const items = drawing().items.filter((item) => item.from)
  .map((item) => ({ ...item, start: day(item.from), stop: Math.max(day(item.to), day(item.from)) + DAY }));
const edge = Math.max(YEAR / 4, (Math.max(...items.map((i) => i.stop)) - Math.min(...items.map((i) => i.start))) * 0.03);
const all = { from: Math.min(...items.map((i) => i.start)) - edge, to: Math.max(...items.map((i) => i.stop)) + edge };
let seen = { ...all };

const x = (time) => LEFT + ((time - seen.from) / (seen.to - seen.from)) * (WIDTH - LEFT - RIGHT);

function ticks() {
  const years = (seen.to - seen.from) / YEAR;
  const most = Math.min(14, (WIDTH - LEFT) / 44);
  const step = [1 / 12, 1 / 4, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((s) => years / s <= most) ?? 2000;
  const found = [];
  const first = new Date(seen.from).getUTCFullYear();
  const begin = step < 1 ? first : Math.floor(first / step) * step;
  for (let at = begin, n = 0; n < 400; at += step, n += 1) {
    const year = Math.floor(at + 1e-6);
    const month = Math.round((at - year) * 12);
    const time = day(`${year}-${month + 1}-1`);
    if (time > seen.to) break;
    if (time >= seen.from) found.push([time, month ? MONTHS[month] : String(year)]);
  }
  return found;
}

/** The first row in which the mark, with its label if need be without, touches no other. */
function rowFor(rows, from, to, bare) {
  for (const end of [to, bare]) {
    for (let row = 0; row < MOST_ROWS; row += 1) {
      if ((rows[row] ?? -Infinity) <= from) {
        rows[row] = end;
        return { row, labelled: end === to };
      }
    }
  }
  return { row: MOST_ROWS - 1, labelled: false };
}

function mark(item, y) {
  const [from, to] = [Math.max(x(item.start), LEFT - 4), Math.min(x(item.stop), WIDTH)];
  const middle = y + ROW / 2;
  if (item.shape === "point") return el("circle", { class: "point", cx: (from + to) / 2, cy: middle, r: 5 });
  const wide = Math.max(to - from, 6);
  return item.shape === "interval"
    ? el("rect", { class: "interval", x: from, y: middle - 5, width: wide, height: 9 })
    : el("rect", { class: "stretch", x: from, y: middle - 3, width: wide, height: 6 });
}

const svg = el("svg", { role: "group", "aria-label": "Timeline; arrow keys move, plus and minus zoom, 0 shows everything" });

function draw() {
  const focused = svg.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const shown = items.filter((item) => item.stop >= seen.from && item.start <= seen.to);
  const lanes = new Map();
  for (const item of shown) lanes.set(item.kind, [...(lanes.get(item.kind) ?? []), item]);
  const grid = el("g");
  const marks = el("g");
  let y = TOP;
  for (const [kind, inLane] of lanes) {
    const rows = [];
    const laneMarks = [];
    for (const item of inLane.sort((a, b) => a.start - b.start)) {
      let what = short(item.what || item.who || item.stage, LABEL);
      const from = Math.max(x(item.start), LEFT) - 6;
      const bare = Math.max(x(item.stop), from + 12) + 4;
      let words = what.length * 6.6 + 8;
      const left = bare + words > WIDTH && from - words > LEFT; // no room on the right: the label stands before its mark
      if (!left && bare + words > WIDTH) { // nor on the left: as much of it as there is room for
        const room = Math.floor((WIDTH - bare - 8) / 6.6);
        what = room < 5 ? "" : short(what, room); // a few letters say nothing
        words = what ? what.length * 6.6 + 8 : 0;
      }
      const { row, labelled } = left ? rowFor(rows, from - words, bare, bare) : rowFor(rows, from, bare + words, bare);
      const title = `${item.when}: ${kind}, ${item.stage}; ${item.who}${item.what ? `; ${item.what}` : ""}`;
      const made = link(item.url, title, mark(item, y + row * ROW));
      made.classList.add("item", `kind-${kind}`);
      const beside = left ? { x: from - 2, "text-anchor": "end" } : { x: bare };
      if (labelled && what) made.append(el("text", { ...beside, y: y + row * ROW + 13 }, what));
      laneMarks.push(made);
    }
    const height = Math.max(rows.length, 1) * ROW + 6;
    grid.append(el("rect", { class: "lane", x: 0, y, width: LEFT - 8, height: height - 3 }),
      el("text", { x: 6, y: y + 14 }, kind));
    marks.append(...laneMarks);
    y += height;
  }
  for (const [time, label] of ticks()) {
    grid.prepend(el("path", { class: "axis", d: `M${x(time)} ${TOP - 6}V${y}` }),
      el("text", { class: "quiet", x: x(time) + 3, y: 14 }, label));
  }
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${Math.max(y + 4, 80)}`);
  svg.replaceChildren(grid, marks);
  if (focused) [...svg.querySelectorAll("a")].find((a) => a.getAttribute("href") === focused)?.focus({ preventScroll: true });
}

/** Never narrower than a month, never far beyond what there is. */
function look(from, to) {
  const width = Math.min(Math.max(to - from, 30 * DAY), (all.to - all.from) * 1.5);
  const middle = Math.min(Math.max((from + to) / 2, all.from), all.to);
  seen = { from: middle - width / 2, to: middle + width / 2 };
  draw();
}

place().append(svg);
draw();
navigate(svg, {
  move: (dx) => look(seen.from - dx * (seen.to - seen.from), seen.to - dx * (seen.to - seen.from)),
  zoom: (factor, px) => {
    const at = seen.from + Math.min(Math.max((px * WIDTH - LEFT) / (WIDTH - LEFT - RIGHT), 0), 1) * (seen.to - seen.from);
    look(at - (at - seen.from) / factor, at + (seen.to - at) / factor);
  },
  reset: () => look(all.from, all.to),
});
takeAway("timeline", () => svg);
