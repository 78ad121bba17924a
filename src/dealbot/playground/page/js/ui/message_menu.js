// What can be done with a message: the small bar that comes with the pointer, and the menu behind it.

import { post } from "../api.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { state } from "../state.js";
import { attempt, openThread } from "../work.js";
import { toast } from "./announcer.js";
import { confirmed } from "./dialogs.js";
import { openMenu } from "./menu.js";
import { openReactions } from "./reactions.js";

/** The bar; what only its reader sees cannot be answered, so it has none. */
export function toolbar(message, { inThread, startEdit }) {
  if (message.ephemeral) return null;
  const root = message.thread_ts ?? message.ts;
  const react = tool("smile", "Add reaction", () => openReactions(react, message));
  const more = tool("dots", "More actions", () => openMenu(more, menu(message, { inThread, startEdit, more }), "Message actions"));
  more.classList.add("tool-more");
  return h(
    "div",
    { class: "toolbar", role: "group", aria: { label: "Message actions" } },
    react,
    !inThread && tool("bubble", "Reply in thread", () => openThread(root)),
    more,
  );
}

function tool(name, label, click) {
  return h("button", { type: "button", class: "icon-button", title: label, aria: { label }, on: { click } }, icon(name));
}

function menu(message, { inThread, startEdit, more }) {
  const shortcuts = state.workspace.app.shortcuts.filter((shortcut) => shortcut.type === "message");
  const own = message.user === state.me;
  return [
    { label: "Add reaction", icon: "smile", run: () => openReactions(more, message) },
    !inThread && { label: "Reply in thread", icon: "bubble", run: () => openThread(message.thread_ts ?? message.ts) },
    message.permalink && { label: "Copy link", icon: "link", run: () => copy(message.permalink) },
    shortcuts.length > 0 && null,
    ...shortcuts.map((shortcut) => ({ label: shortcut.name, detail: state.workspace.app.name, icon: "bolt", run: () => use(shortcut, message) })),
    own && null,
    own && { label: "Edit message", icon: "pencil", run: startEdit },
    own && { label: "Delete message", icon: "trash", danger: true, run: () => remove(message) },
  ].filter((item) => item !== false && item !== "");
}

function use(shortcut, message) {
  return attempt(() => post("shortcuts", { callback_id: shortcut.callback_id, channel: message.channel, ts: message.ts }));
}

async function copy(permalink) {
  const copied = await navigator.clipboard?.writeText(permalink).then(
    () => true,
    () => false,
  );
  toast(copied ? "Link copied" : permalink);
}

async function remove(message) {
  const question = { title: "Delete message", text: "It cannot be brought back.", confirm: "Delete", style: "danger" };
  if (await confirmed(question)) await attempt(() => post("delete", { channel: message.channel, ts: message.ts }));
}
