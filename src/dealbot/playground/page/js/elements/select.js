// Menus to choose from, one or several, with search: of the app's options, of its server's, of people, of channels.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { person, personName, channelName, state } from "../state.js";
import { words } from "../text/mrkdwn.js";
import { openPicker } from "../ui/picker.js";
import { choose } from "./acting.js";
import { holdsMany } from "./values.js";

/** The closed menu; a click opens its list. */
export function select(element, ctx) {
  const source = sourceOf(element, ctx);
  const many = holdsMany(element);
  const placeholder = words(element.placeholder) || (many ? "Select options" : "Select an option");
  const control = h("button", {
    type: "button",
    class: `select${many ? " select-many" : ""}`,
    id: ctx.controlId,
    aria: { haspopup: "listbox", describedby: ctx.describedBy, invalid: ctx.invalid ? "true" : null },
    on: { click: () => open() },
  });
  const chosen = () => [ctx.values.get(ctx.blockId, element) ?? []].flat();
  const draw = () => {
    const labels = chosen().map(source.label);
    control.setAttribute("aria-label", [ctx.label ?? placeholder, labels.join(", ")].filter(Boolean).join(": "));
    control.classList.toggle("is-empty", labels.length === 0);
    const shown = many ? labels.map((label) => h("span", { class: "chip" }, label)) : labels[0];
    control.replaceChildren(h("span", { class: "select-value" }, labels.length === 0 ? placeholder : shown), icon("down", 16));
  };
  const settle = async (value) => {
    const waiting = choose(control, element, ctx, value);
    draw();
    await waiting;
    draw();
  };
  const toggle = (option) => {
    const without = chosen().filter((each) => source.id(each) !== source.id(option));
    if (!many) return settle(option);
    const limit = element.max_selected_items ?? Infinity;
    if (without.length < chosen().length) return settle(without);
    return without.length < limit ? settle([...without, option]) : Promise.resolve();
  };
  const open = () =>
    openPicker(control, {
      label: placeholder,
      groups: source.groups,
      remote: source.remote,
      many,
      isChosen: (option) => chosen().some((each) => source.id(each) === source.id(option)),
      labelOf: source.label,
      detailOf: source.detail,
      toggle,
      clear: ctx.optional && !many ? () => settle(null) : null,
    });
  draw();
  return control;
}

const OPTION = {
  id: (option) => option.value,
  label: (option) => words(option.text),
  detail: (option) => words(option.description),
  remote: null,
};

function sourceOf(element, ctx) {
  if (element.type.endsWith("external_select")) return external(element, ctx);
  if (element.type.endsWith("users_select")) return people();
  if (element.type.endsWith("conversations_select") || element.type.endsWith("channels_select")) return conversations(element);
  const groups = element.option_groups ?? [{ label: null, options: element.options ?? [] }];
  return { ...OPTION, groups: async (query) => matching(groups, query, OPTION.label) };
}

function external(element, ctx) {
  const least = element.min_query_length ?? 3;
  const groups = async (query) => {
    if (query.length < least) return { hint: least === 1 ? "Type to search" : `Type ${least} letters to search` };
    const found = await ctx.options(ctx.blockId, element.action_id, query);
    return [{ label: null, options: found }];
  };
  return { ...OPTION, remote: true, groups };
}

function people() {
  const ids = state.workspace.users.map((user) => user.id);
  const label = (id) => personName(id);
  return ofIds(ids, label, (id) => person(id).title);
}

function conversations(element) {
  const kinds = element.type.endsWith("channels_select") ? ["public"] : ["public", "private"];
  const ids = state.channels.filter((channel) => kinds.includes(channel.kind)).map((channel) => channel.id);
  return ofIds(ids, (id) => `#${channelName(id)}`, () => "");
}

function ofIds(ids, label, detail) {
  return { id: (id) => id, label, detail, remote: null, groups: async (query) => matching([{ label: null, options: ids }], query, label) };
}

function matching(groups, query, label) {
  const wanted = query.trim().toLowerCase();
  return groups
    .map((group) => ({ label: words(group.label), options: group.options.filter((option) => label(option).toLowerCase().includes(wanted)) }))
    .filter((group) => group.options.length > 0);
}
