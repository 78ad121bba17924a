// The middle: a channel, or the bot with its tabs Home and Messages.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { findChannel, isReply, messagesOf, personName, state, watch } from "../state.js";
import { attempt, openChannel, showPane } from "../work.js";
import { avatar } from "./avatar.js";
import { Composer } from "./composer.js";
import { mountHints } from "./hints.js";
import { mountHome } from "./home.js";
import { MessageList } from "./message_list.js";
import { mountPrompts } from "./prompts.js";
import { presence } from "./sidebar.js";

/** The conversation; returns its composer and a way to bring a message into view. */
export function mountConversation(root) {
  const list = new MessageList({ inThread: false, label: "Messages" });
  const composer = new Composer(() => ({ channel: state.channel, thread: null, label: composerLabel() }));
  const head = h("header", { class: "head" });
  const hints = h("section", { class: "hints", hidden: true, aria: { label: "Three things to try" } });
  const prompts = h("div", { class: "prompts" });
  const talk = h("div", { class: "talk" }, list.root, prompts, composer.root);
  const home = h("div", { class: "home", role: "tabpanel", aria: { label: "Home" } });
  root.replaceChildren(head, hints, talk, home);
  mountHints(hints, composer);
  mountPrompts(prompts, composer);
  mountHome(home);

  const drawHead = () => head.replaceChildren(...headParts());
  const draw = () => {
    const atHome = state.tab === "home";
    talk.hidden = atHome;
    home.hidden = !atHome;
    if (state.channel === null || !state.messages.has(state.channel)) return;
    const shown = messagesOf(state.channel).filter((message) => !isReply(message));
    list.show(`${state.me} ${state.channel}`, shown, { unreadFrom: state.unreadFrom.get(state.channel) ?? null, intro });
  };
  watch(["place", "channels", "bot", "me"], drawHead);
  watch(["place", "messages", "channels"], draw);
  watch(["place", "me"], () => composer.show());
  return { composer, reveal: (ts) => list.reveal(ts) };
}

function here() {
  return findChannel(state.channel);
}

function composerLabel() {
  const channel = here();
  if (channel === null) return "Message";
  return channel.kind === "im" ? `Message ${channel.name}` : `Message #${channel.name}`;
}

function headParts() {
  const channel = here();
  if (channel === null) return [];
  const back = h("button", { type: "button", class: "icon-button only-phone", aria: { label: "Back to the list" }, on: { click: () => showPane("list") } }, icon("back", 22));
  return channel.kind === "im" ? [back, ...directHead(channel)] : [back, ...channelHead(channel)];
}

function channelHead(channel) {
  const people = channel.members ?? [];
  return [
    h("h2", { class: "head-title" }, icon(channel.kind === "private" ? "lock" : "hash", 18), h("span", {}, channel.name)),
    channel.topic && h("p", { class: "topic", title: channel.topic }, channel.topic),
    h(
      "div",
      { class: "members", role: "img", title: people.map(personName).join(", "), aria: { label: `${people.length} members: ${people.map(personName).join(", ")}` } },
      people.slice(0, 3).map((id) => avatar(id, "avatar-small")),
      h("span", {}, people.length),
    ),
  ].filter(Boolean);
}

function directHead(channel) {
  const tab = (name, label) =>
    h(
      "button",
      { type: "button", class: "tab", role: "tab", aria: { selected: String(state.tab === name) }, data: { tab: name }, on: { click: () => attempt(() => openChannel(channel.id, name)) } },
      label,
    );
  return [
    h("h2", { class: "head-title" }, h("span", { class: "face" }, avatar(state.workspace.app.user, "avatar-small"), presence()), h("span", {}, channel.name), h("span", { class: "app-badge" }, "APP")),
    h("div", { class: "tabs", role: "tablist", aria: { label: channel.name } }, tab("home", "Home"), tab("messages", "Messages")),
  ];
}

function intro() {
  const channel = here();
  if (channel.kind === "im") {
    return h("div", { class: "intro" }, avatar(state.workspace.app.user, "avatar-large"), h("h3", {}, channel.name), h("p", {}, "This is where you and the app talk. Nobody else can read it."));
  }
  const words = channel.kind === "private" ? "Only its members can read this channel." : "Everybody in the workspace can read this channel.";
  return h("div", { class: "intro" }, h("h3", {}, icon(channel.kind === "private" ? "lock" : "hash", 26), channel.name), h("p", {}, channel.topic ? `${channel.topic} ` : "", h("span", { class: "muted" }, words)));
}
