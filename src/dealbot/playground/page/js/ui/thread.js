// One thread beside the conversation, with its own composer; on a phone it fills the screen.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { channelName, findChannel, isReply, messagesOf, state, watch } from "../state.js";
import { openThread } from "../work.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message_list.js";
import { isPhone } from "./screen.js";

/** The pane. */
export function mountThread(root) {
  const list = new MessageList({ inThread: true, label: "Thread" });
  const composer = new Composer(() => ({ channel: state.channel, thread: state.thread, label: "Reply in thread" }));
  const where = h("span", { class: "thread-where" });
  const close = h("button", { type: "button", class: "icon-button", aria: { label: "Close thread" }, on: { click: () => openThread(null) } }, icon("close", 20));
  const back = h("button", { type: "button", class: "icon-button only-phone", aria: { label: "Back to the channel" }, on: { click: () => openThread(null) } }, icon("back", 22));
  root.replaceChildren(h("header", { class: "head" }, back, h("h2", { class: "head-title" }, "Thread"), where, close), h("div", { class: "talk" }, list.root, composer.root));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) openThread(null);
  });

  const draw = () => {
    root.hidden = state.thread === null;
    if (state.thread === null) return;
    const channel = findChannel(state.channel);
    where.textContent = channel?.kind === "im" ? channel.name : `#${channelName(state.channel)}`;
    const shown = messagesOf(state.channel).filter((message) => message.ts === state.thread || (isReply(message) && message.thread_ts === state.thread));
    root.dataset.thread = state.thread;
    list.show(`${state.me} ${state.channel} ${state.thread}`, shown);
  };
  watch(["place", "messages"], draw);
  let opened = null;
  watch(["place"], () => {
    composer.show();
    if (state.thread !== null && state.thread !== opened && !isPhone()) composer.focus();
    opened = state.thread;
  });
  return { composer, reveal: (ts) => list.reveal(ts) };
}
