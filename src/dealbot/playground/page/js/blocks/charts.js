// Charts as small drawings: bars, lines, areas and pies; a screen reader gets the figures as a table.

import { h, s } from "../dom.js";

const WIDTH = 460;
const HEIGHT = 220;
const EDGE = { left: 44, right: 10, top: 10, bottom: 30 };
const COLORS = 6;

/** The block. */
export function dataVisualization(block) {
  const { chart } = block;
  const kinds = { pie, bar, line, area: line };
  const draw = kinds[chart.type];
  if (!draw) return h("span", { class: "unknown" }, `[${chart.type}]`);
  const names = chart.type === "pie" ? chart.segments.map((segment) => segment.label) : chart.series.map((series) => series.name);
  return h(
    "figure",
    { class: `chart chart-${chart.type}` },
    h("figcaption", {}, block.title),
    h("div", { class: "chart-body" }, draw(chart, block.title), (names.length > 1 || chart.type === "pie") && legend(chart, names)),
    figures(chart, block.title),
  );
}

function legend(chart, names) {
  const total = chart.segments?.reduce((sum, segment) => sum + segment.value, 0);
  return h(
    "ul",
    { class: "legend" },
    names.map((name, index) =>
      h("li", {}, h("span", { class: `swatch fill-${index % COLORS}` }), name, chart.segments && h("b", {}, `${Math.round((chart.segments[index].value / total) * 100)}%`)),
    ),
  );
}

function figures(chart, title) {
  const rows = chart.segments
    ? chart.segments.map((segment) => [segment.label, segment.value])
    : chart.axis_config.categories.map((category, at) => [category, ...chart.series.map((series) => pointAt(series, category, at))]);
  const heads = chart.segments ? ["", "Value"] : ["", ...chart.series.map((series) => series.name)];
  return h(
    "table",
    { class: "visually-hidden" },
    h("caption", {}, title),
    h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head))),
    rows.map(([name, ...values]) => h("tr", {}, h("th", { scope: "row" }, name), values.map((value) => h("td", {}, value)))),
  );
}

function pointAt(series, category, at) {
  return (series.data.find((point) => point.label === category) ?? series.data[at])?.value ?? 0;
}

function frame(title, ...children) {
  return s("svg", { class: "drawing", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", aria: { label: title } }, children);
}

function pie(chart, title) {
  const total = chart.segments.reduce((sum, segment) => sum + segment.value, 0);
  let from = 0;
  const slices = chart.segments.map((segment, index) => {
    const to = from + segment.value / total;
    const shape = slice(from, Math.min(to, from + 0.99999));
    from = to;
    return s("path", { class: `slice fill-${index % COLORS}`, d: shape }, s("title", {}, `${segment.label}: ${segment.value}`));
  });
  return s("svg", { class: "drawing", viewBox: "0 0 160 160", role: "img", aria: { label: title } }, slices);
}

function slice(from, to) {
  const at = (part, radius) => {
    const angle = 2 * Math.PI * part - Math.PI / 2;
    return `${round(80 + radius * Math.cos(angle))} ${round(80 + radius * Math.sin(angle))}`;
  };
  const large = to - from > 0.5 ? 1 : 0;
  return `M${at(from, 76)}A76 76 0 ${large} 1 ${at(to, 76)}L${at(to, 44)}A44 44 0 ${large} 0 ${at(from, 44)}Z`;
}

function bar(chart, title) {
  const plot = plotOf(chart);
  const group = (plot.step * 0.7) / chart.series.length;
  const bars = chart.series.flatMap((series, index) =>
    plot.categories.map((category, at) => {
      const value = pointAt(series, category, at);
      const x = plot.x(at) - plot.step * 0.35 + index * group;
      const [top, bottom] = [plot.y(Math.max(value, 0)), plot.y(Math.min(value, 0))];
      return s(
        "rect",
        { class: `bar fill-${index % COLORS}`, x: round(x + 1), y: round(top), width: round(Math.min(group - 2, 48)), height: round(bottom - top), rx: 2 },
        s("title", {}, `${series.name}, ${category}: ${value}`),
      );
    }),
  );
  return frame(title, axes(chart, plot), bars);
}

function line(chart, title) {
  const plot = plotOf(chart);
  const drawn = chart.series.map((series, index) => {
    const points = plot.categories.map((category, at) => [round(plot.x(at)), round(plot.y(pointAt(series, category, at)))]);
    const path = `M${points.map((point) => point.join(" ")).join("L")}`;
    const floor = `L${points.at(-1)[0]} ${round(plot.y(0))}L${points[0][0]} ${round(plot.y(0))}Z`;
    const dots = points.map(([x, y], at) =>
      s("circle", { class: `fill-${index % COLORS}`, cx: x, cy: y, r: 3 }, s("title", {}, `${series.name}, ${plot.categories[at]}: ${pointAt(series, plot.categories[at], at)}`)),
    );
    return s("g", {}, chart.type === "area" && s("path", { class: `area fill-${index % COLORS}`, d: path + floor }), s("path", { class: `line stroke-${index % COLORS}`, d: path }), dots);
  });
  return frame(title, axes(chart, plot), drawn);
}

function plotOf(chart) {
  const { categories } = chart.axis_config;
  const values = chart.series.flatMap((series) => series.data.map((point) => point.value));
  const ticks = ticksFor(Math.min(0, ...values), Math.max(...values, 0));
  const step = (WIDTH - EDGE.left - EDGE.right) / categories.length;
  const bottom = HEIGHT - EDGE.bottom - (chart.axis_config.x_label ? 14 : 0);
  const span = ticks.at(-1) - ticks[0] || 1;
  return {
    categories,
    ticks,
    step,
    bottom,
    x: (at) => EDGE.left + step * (at + 0.5),
    y: (value) => bottom - ((value - ticks[0]) / span) * (bottom - EDGE.top),
  };
}

function ticksFor(low, high) {
  const rough = (high - low || 1) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * unit >= rough) * unit;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

function axes(chart, plot) {
  const { x_label: xLabel, y_label: yLabel } = chart.axis_config;
  const short = new Intl.NumberFormat([], { notation: "compact", maximumFractionDigits: 1 });
  const every = Math.ceil(plot.categories.length / 8);
  return s(
    "g",
    { class: "axes" },
    plot.ticks.map((tick) => [
      s("line", { x1: EDGE.left, x2: WIDTH - EDGE.right, y1: round(plot.y(tick)), y2: round(plot.y(tick)) }),
      s("text", { x: EDGE.left - 6, y: round(plot.y(tick) + 4), "text-anchor": "end" }, short.format(tick)),
    ]),
    plot.categories.map((category, at) => at % every === 0 && s("text", { x: round(plot.x(at)), y: plot.bottom + 16, "text-anchor": "middle" }, category)),
    xLabel && s("text", { class: "axis-name", x: (WIDTH + EDGE.left) / 2, y: HEIGHT - 4, "text-anchor": "middle" }, xLabel),
    yLabel && s("text", { class: "axis-name", x: -(plot.bottom + EDGE.top) / 2, y: 10, transform: "rotate(-90)", "text-anchor": "middle" }, yLabel),
  );
}

function round(number) {
  return Math.round(number * 10) / 10;
}
