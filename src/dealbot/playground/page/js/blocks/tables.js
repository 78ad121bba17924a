// Tables: the plain one, and the one with pages and sorting.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { plain } from "../text/mrkdwn.js";
import { richText } from "./rich_text.js";

const PAGE = 5;

/** The first row is the header. */
export function table(block) {
  const settings = block.column_settings ?? [];
  const classes = (index) => `align-${settings[index]?.align ?? "left"}${settings[index]?.is_wrapped ? " wrapped" : ""}`;
  const [head, ...rows] = block.rows;
  return h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", aria: { label: "Table" } },
    h(
      "table",
      { class: "grid" },
      h("thead", {}, h("tr", {}, head.map((cell, index) => h("th", { scope: "col", class: classes(index) }, shown(cell))))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, index) => h("td", { class: classes(index) }, shown(cell)))))),
    ),
  );
}

/** Sorted by a click on a column, one page at a time. */
export function dataTable(block) {
  const view = { block, rows: block.rows.slice(1), sorted: null, down: false, page: 0 };
  const root = h("div", { class: "data-table" });
  draw(root, view);
  return root;
}

function draw(root, view) {
  const { block } = view;
  const size = block.page_size ?? PAGE;
  const pages = Math.ceil(view.rows.length / size);
  const rows = view.rows.slice(view.page * size, (view.page + 1) * size);
  const numeric = block.rows[0].map((_, index) => block.rows.slice(1).every((row) => row[index].type === "raw_number"));
  const named = block.row_header_column_index ?? 0;
  const body = rows.map((row) =>
    h("tr", {}, row.map((cell, index) => h(index === named ? "th" : "td", { scope: index === named ? "row" : null, class: numeric[index] ? "align-right" : null }, shown(cell)))),
  );
  root.replaceChildren(
    h(
      "div",
      { class: "table-scroll", tabindex: 0, role: "region", aria: { label: block.caption } },
      h("table", { class: "grid" }, h("caption", {}, plain(block.caption)), h("thead", {}, h("tr", {}, block.rows[0].map((cell, index) => head(root, view, cell, index, numeric[index])))), h("tbody", {}, body)),
    ),
    ...(pages > 1 ? [pager(root, view, pages)] : []),
  );
}

function head(root, view, cell, index, numeric) {
  const current = view.sorted === index;
  const sort = () => {
    view.down = current && !view.down;
    view.sorted = index;
    view.page = 0;
    const order = view.down ? -1 : 1;
    view.rows.sort((one, other) => order * compared(one[index], other[index]));
    draw(root, view);
    root.querySelectorAll("thead button")[index].focus();
  };
  return h(
    "th",
    { scope: "col", class: numeric ? "align-right" : null, aria: { sort: current ? (view.down ? "descending" : "ascending") : null } },
    h("button", { type: "button", class: "sort", on: { click: sort } }, shown(cell), current && icon(view.down ? "down" : "up", 14)),
  );
}

function pager(root, view, pages) {
  const turn = (step) => () => {
    view.page += step;
    draw(root, view);
  };
  return h(
    "div",
    { class: "pager" },
    h("button", { type: "button", class: "icon-button", disabled: view.page === 0, aria: { label: "Previous page" }, on: { click: turn(-1) } }, icon("back", 16)),
    h("span", { role: "status" }, `${view.page + 1} of ${pages}`),
    h("button", { type: "button", class: "icon-button", disabled: view.page === pages - 1, aria: { label: "Next page" }, on: { click: turn(1) } }, icon("right", 16)),
  );
}

function shown(cell) {
  if (cell.type === "rich_text") return richText(cell);
  if (cell.type === "raw_number") return cell.text ?? Number(cell.value).toLocaleString();
  return plain(cell.text);
}

function compared(one, other) {
  if (one.type === "raw_number" && other.type === "raw_number") return Number(one.value) - Number(other.value);
  return said(one).localeCompare(said(other), [], { numeric: true });
}

function said(cell) {
  return shown(cell) instanceof Node ? shown(cell).textContent : String(cell.text ?? "");
}
