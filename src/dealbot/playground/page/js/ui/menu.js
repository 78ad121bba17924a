// A menu of things to do: arrow keys walk it, Enter does one.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { closePopover, openPopover } from "./popover.js";

/** Opens the menu; an item is {label, detail, icon, danger, checked, run}, and null draws a line. */
export function openMenu(anchor, items, label = "Menu") {
  const menu = h("div", { role: "menu", class: "menu", aria: { label } }, items.map(line));
  const panel = openPopover(anchor, menu, { className: "popover-menu" });
  panel.addEventListener("keydown", (event) => walk(event, menu));
  menu.querySelector("[role^=menuitem]")?.focus();
}

function line(item) {
  if (item === null) return h("hr");
  const run = () => {
    closePopover();
    item.run();
  };
  return h(
    "button",
    {
      type: "button",
      role: item.checked === undefined ? "menuitem" : "menuitemradio",
      class: item.danger ? "menu-item menu-danger" : "menu-item",
      aria: { checked: item.checked },
      on: { click: run },
    },
    item.front ?? (item.icon && icon(item.icon)),
    h("span", { class: "menu-words" }, h("span", {}, item.label), item.detail && h("span", { class: "menu-detail" }, item.detail)),
    item.checked && icon("check"),
  );
}

function walk(event, menu) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (!(event.key in steps)) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll("[role^=menuitem]")];
  const next = (items.indexOf(document.activeElement) + steps[event.key] + items.length) % items.length;
  items[next].focus();
}
