// Reactions below a message, and the small picker of them.

import { post } from "../api.js";
import { h } from "../dom.js";
import { REACTIONS, emoji } from "../emoji.js";
import { icon } from "../icons.js";
import { personName, state } from "../state.js";
import { attempt } from "../work.js";
import { closePopover, openPopover } from "./popover.js";

/** The row of reactions; null where nobody reacted. */
export function reactions(message) {
  if (message.reactions.length === 0) return null;
  const add = h("button", { type: "button", class: "reaction reaction-add", aria: { label: "Add reaction" }, on: { click: () => openReactions(add, message) } }, icon("smile", 16));
  return h("div", { class: "reactions" }, message.reactions.map((reaction) => chip(message, reaction)), add);
}

function chip(message, reaction) {
  const mine = reaction.users.includes(state.me);
  const who = reaction.users.map(personName).join(", ");
  return h(
    "button",
    {
      type: "button",
      class: "reaction",
      title: `${who}: :${reaction.name}:`,
      data: { reaction: reaction.name },
      aria: { pressed: String(mine), label: `${reaction.name}, ${reaction.users.length}: ${who}` },
      on: { click: () => react(message, reaction.name, !mine) },
    },
    h("span", { class: "emoji" }, emoji(reaction.name)),
    h("span", {}, reaction.users.length),
  );
}

/** Offers eight. */
export function openReactions(anchor, message) {
  const pick = (name) => () => {
    closePopover();
    const given = message.reactions.find((reaction) => reaction.name === name)?.users.includes(state.me);
    react(message, name, !given);
  };
  const row = h(
    "div",
    { class: "reaction-picker", role: "group", aria: { label: "Pick a reaction" } },
    REACTIONS.map((name) => h("button", { type: "button", class: "icon-button", title: `:${name}:`, aria: { label: name }, on: { click: pick(name) } }, h("span", { class: "emoji" }, emoji(name)))),
  );
  openPopover(anchor, row, { className: "popover-reactions" });
  row.firstElementChild.focus();
}

function react(message, name, on) {
  return attempt(() => post("react", { channel: message.channel, ts: message.ts, name, on }));
}
