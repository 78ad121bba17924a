// The list under a select: search on top, arrow keys, Enter.

import { freshId, h } from "../dom.js";
import { icon } from "../icons.js";
import { closePopover, openPopover, replacePopover } from "./popover.js";

const WAIT = 200;

/** Opens the list of a select beside it. */
export function openPicker(anchor, source) {
  const listId = freshId("list");
  const search = h("input", {
    class: "picker-search",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    placeholder: "Search",
    aria: { label: `Search: ${source.label}`, controls: listId, expanded: "true", autocomplete: "list" },
  });
  const list = h("div", { class: "picker-list", id: listId, role: "listbox", aria: { label: source.label, multiselectable: source.many ? "true" : null } });
  const view = { list, search, source, active: 0, asked: 0, timer: null, rows: [] };
  openPopover(anchor, [h("label", { class: "picker-top" }, icon("search", 16), search), list], {
    className: "popover-picker",
    onClose: () => clearTimeout(view.timer),
  });
  search.addEventListener("input", () => {
    clearTimeout(view.timer);
    view.timer = setTimeout(() => fill(view), source.remote ? WAIT : 0);
  });
  search.addEventListener("keydown", (event) => onKey(event, view));
  search.focus();
  fill(view);
}

async function fill(view) {
  view.asked += 1;
  const asked = view.asked;
  if (view.source.remote) note(view, "Searching…");
  let found;
  try {
    found = await view.source.groups(view.search.value);
  } catch (error) {
    found = { hint: error.message };
  }
  if (asked !== view.asked || !view.list.isConnected) return;
  if (found.hint) note(view, found.hint);
  else show(view, found);
  replacePopover();
}

function note(view, text) {
  view.rows = [];
  view.list.replaceChildren(h("p", { class: "picker-note", role: "status" }, text));
}

function show(view, groups) {
  view.rows = [];
  const nodes = groups.flatMap((group) => [
    group.label && h("div", { class: "picker-group", role: "presentation" }, group.label),
    ...group.options.map((option) => row(view, option)),
  ]);
  if (view.rows.length === 0) return note(view, "Nothing matches");
  if (view.source.clear && view.search.value === "") nodes.unshift(clearRow(view));
  view.list.replaceChildren(...nodes.filter(Boolean));
  return activate(view, Math.max(0, view.rows.findIndex((each) => each.getAttribute("aria-selected") === "true")));
}

function row(view, option) {
  const chosen = view.source.isChosen(option);
  const detail = view.source.detailOf(option);
  const node = h(
    "div",
    { class: "picker-option", role: "option", id: freshId("option"), aria: { selected: String(chosen) }, on: { click: () => pick(view, option) } },
    h("span", { class: "menu-words" }, h("span", {}, view.source.labelOf(option)), detail && h("span", { class: "menu-detail" }, detail)),
    chosen && icon("check", 16),
  );
  node.run = () => pick(view, option);
  view.rows.push(node);
  return node;
}

function clearRow(view) {
  const run = () => {
    closePopover();
    view.source.clear();
  };
  const node = h("div", { class: "picker-option picker-clear", role: "option", id: freshId("option"), aria: { selected: "false" }, on: { click: run } }, "Clear");
  node.run = run;
  view.rows.unshift(node);
  return node;
}

function pick(view, option) {
  if (!view.source.many) closePopover();
  view.source.toggle(option);
  if (view.source.many) fill(view);
}

function activate(view, index) {
  view.active = index;
  for (const [at, each] of view.rows.entries()) each.classList.toggle("is-active", at === index);
  view.search.setAttribute("aria-activedescendant", view.rows[index].id);
  view.rows[index].scrollIntoView({ block: "nearest" });
}

function onKey(event, view) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key === "Enter") event.preventDefault();
  if (event.key === "Tab") closePopover();
  if (view.rows.length === 0) return;
  if (event.key === "Enter") view.rows[view.active].run();
  if (!(event.key in steps)) return;
  event.preventDefault();
  activate(view, (view.active + steps[event.key] + view.rows.length) % view.rows.length);
}
