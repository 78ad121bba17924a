// Commands after "/", people after "@" and channels after "#": arrow keys choose, Tab or Enter takes.

import { freshId, h } from "../dom.js";
import { icon } from "../icons.js";
import { state } from "../state.js";
import { avatar } from "./avatar.js";

const MOST = 8;

/** The list above a text field. */
export function completion(field, onTaken) {
  const list = h("div", { class: "completion", role: "listbox", id: freshId("completion"), hidden: true, aria: { label: "Suggestions" } });
  const view = { list, field, found: [], active: 0, onTaken };
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.addEventListener("blur", () => setTimeout(() => close(view), 150));
  return {
    root: list,
    update: () => update(view),
    close: () => close(view),
    onKey: (event) => onKey(event, view),
  };
}

function update(view) {
  const before = view.field.value.slice(0, view.field.selectionStart);
  view.found = candidates(before).slice(0, MOST);
  view.active = 0;
  draw(view);
}

function candidates(before) {
  const command = /^\/(\S*)$/.exec(before);
  if (command) return commands(command[1].toLowerCase());
  const name = /(?:^|[\s(])([@#])([^@#\n]{0,30})$/.exec(before);
  if (!name) return [];
  return name[1] === "@" ? people(name[2].toLowerCase()) : channels(name[2].toLowerCase());
}

function commands(typed) {
  return state.workspace.app.commands
    .filter(({ command }) => command.slice(1).toLowerCase().startsWith(typed))
    .map((each) => ({ front: icon("slash"), name: each.command, detail: `${each.usage ?? ""}`, more: each.description, takes: typed.length + 1, text: `${each.command} ` }));
}

function people(typed) {
  const { app, users } = state.workspace;
  const all = [{ id: app.user, name: app.name, title: "App" }, ...users.filter((user) => user.id !== app.user)];
  return all
    .filter(({ name }) => begins(name, typed))
    .map(({ id, name, title }) => ({ front: avatar(id, "avatar-small"), name, detail: title, takes: typed.length + 1, text: `@${name} ` }));
}

function channels(typed) {
  return state.channels
    .filter((channel) => channel.kind !== "im" && begins(channel.name, typed))
    .map((channel) => ({ front: icon("hash"), name: channel.name, detail: channel.topic, takes: typed.length + 1, text: `#${channel.name} ` }));
}

function begins(name, typed) {
  return name.toLowerCase().startsWith(typed) || name.toLowerCase().split(/[\s-]/).some((part) => typed !== "" && part.startsWith(typed));
}

function draw(view) {
  view.list.hidden = view.found.length === 0;
  view.field.setAttribute("aria-expanded", String(view.found.length > 0));
  view.list.replaceChildren(...view.found.map((each, index) => row(view, each, index)));
  const active = view.list.children[view.active];
  if (active) view.field.setAttribute("aria-activedescendant", active.id);
  else view.field.removeAttribute("aria-activedescendant");
}

function row(view, each, index) {
  return h(
    "div",
    {
      class: index === view.active ? "completion-row is-active" : "completion-row",
      role: "option",
      id: `${view.list.id}-${index}`,
      aria: { selected: String(index === view.active) },
      on: {
        mousedown: (event) => event.preventDefault(),
        click: () => take(view, each),
      },
    },
    each.front,
    h("span", { class: "completion-name" }, each.name),
    each.detail && h("span", { class: "completion-usage" }, each.detail),
    each.more && h("span", { class: "completion-more" }, each.more),
  );
}

function take(view, each) {
  const end = view.field.selectionStart;
  view.field.setRangeText(each.text, end - each.takes, end, "end");
  close(view);
  view.onTaken();
  close(view);
  view.field.focus();
}

function close(view) {
  view.found = [];
  draw(view);
}

function onKey(event, view) {
  if (view.found.length === 0) return false;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) view.active = (view.active + steps[event.key] + view.found.length) % view.found.length;
  else if (event.key === "Escape") view.found = [];
  else if (isTaking(event)) take(view, view.found[view.active]);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  draw(view);
  return true;
}

function isTaking(event) {
  return event.key === "Tab" || (event.key === "Enter" && !event.shiftKey);
}
