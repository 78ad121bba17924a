// The list on the left: the workspace, its channels, the bot, and who you are.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { person, state, watch } from "../state.js";
import { attempt, becomeUser, openChannel } from "../work.js";
import { avatar } from "./avatar.js";
import { openMenu } from "./menu.js";

/** Draws the list, and again when something in it changes. */
export function mountSidebar(root) {
  const draw = () => root.replaceChildren(top(), list(), userSwitch());
  watch(["workspace", "channels", "place", "bot", "me"], draw);
}

function top() {
  const { team } = state.workspace;
  return h("header", { class: "workspace" }, h("span", { class: "workspace-sign", aria: { hidden: "true" } }, team.name.slice(0, 1)), h("h1", {}, team.name));
}

function list() {
  const channels = state.channels.filter((channel) => channel.kind !== "im");
  const direct = state.channels.filter((channel) => channel.kind === "im");
  return h("div", { class: "sidebar-scroll" }, group("Channels", channels), group("Direct messages", direct));
}

function group(title, channels) {
  if (channels.length === 0) return null;
  return h("section", { aria: { label: title } }, h("h2", {}, title), h("ul", {}, channels.map((channel) => h("li", {}, line(channel)))));
}

function line(channel) {
  const current = channel.id === state.channel;
  const unread = !current && channel.unread > 0;
  return h(
    "button",
    {
      type: "button",
      class: unread ? "channel is-unread" : "channel",
      data: { channel: channel.id, unread: channel.unread || null },
      aria: { current: current ? "page" : null, label: spoken(channel) },
      on: { click: () => attempt(() => openChannel(channel.id)) },
    },
    channel.kind === "im" ? face(channel) : icon(channel.kind === "private" ? "lock" : "hash", 16),
    h("span", { class: "channel-name" }, channel.name),
    channel.kind === "im" && h("span", { class: "app-badge" }, "APP"),
    unread && h("span", { class: "count", aria: { hidden: "true" } }, channel.unread),
  );
}

function spoken(channel) {
  const kinds = { public: "channel", private: "private channel", im: "direct message" };
  const presence = channel.kind === "im" ? (state.botUp ? ", active" : ", away") : "";
  return `${channel.name}, ${kinds[channel.kind]}${presence}${channel.unread ? `, ${channel.unread} unread` : ""}`;
}

function face() {
  return h("span", { class: "face" }, avatar(state.workspace.app.user, "avatar-small"), presence());
}

/** The dot that says whether the bot is there. */
export function presence() {
  return h("span", { class: state.botUp ? "presence is-up" : "presence", title: state.botUp ? "Active" : "Away", data: { presence: state.botUp ? "up" : "down" } });
}

function userSwitch() {
  const me = person(state.me);
  const items = () =>
    state.workspace.users.map((user) => ({
      label: user.name,
      detail: user.title,
      front: avatar(user.id, "avatar-small"),
      checked: user.id === state.me,
      run: () => attempt(() => becomeUser(user.id)),
    }));
  const control = h(
    "button",
    {
      type: "button",
      class: "user-switch",
      data: { user: me.id },
      aria: { haspopup: "menu", label: `You are: ${me.name}, ${me.title}. Change who you are` },
      on: { click: () => openMenu(control, items(), "Who you are") },
    },
    avatar(me.id),
    h("span", { class: "user-words" }, h("span", { class: "user-are" }, "You are:"), h("span", { class: "user-name" }, me.name), h("span", { class: "user-title" }, me.title)),
    icon("down", 16),
  );
  return control;
}
