// One message: who, when, what, and what can be done with it.

import { pictureAddress } from "../api.js";
import { plan } from "../blocks/agent.js";
import { renderBlocks } from "../blocks/render.js";
import { fullTime, lastAt, timeOf } from "../dates.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { isReply, person, repliesTo, state } from "../state.js";
import { messageSurface } from "../surfaces.js";
import { mrkdwn } from "../text/mrkdwn.js";
import { openThread } from "../work.js";
import { avatar } from "./avatar.js";
import { editor } from "./editor.js";
import { toolbar } from "./message_menu.js";
import { reactions } from "./reactions.js";

const editing = new Set();

/** The message; `follows` says that its author spoke just before. */
export function messageNode(message, { follows, inThread, redraw }) {
  const key = `${message.channel}/${message.ts}`;
  const startEdit = () => {
    editing.add(key);
    redraw();
  };
  const endEdit = () => {
    editing.delete(key);
    redraw();
  };
  const body = editing.has(key) ? editor(message, endEdit) : content(message);
  return h(
    "article",
    {
      class: classNames(message, follows),
      tabindex: -1,
      data: {
        ts: message.ts,
        channel: message.channel,
        user: message.user,
        thread: message.thread_ts,
        ephemeral: message.ephemeral ? "" : null,
      },
    },
    message.ephemeral && h("div", { class: "only-you" }, icon("eye", 14), "Only visible to you"),
    h("div", { class: "message-side" }, follows ? time(message, "time-side") : avatar(message.user)),
    h("div", { class: "message-main" }, follows ? h("span", { class: "visually-hidden" }, message.name) : byline(message), body, reactions(message), !inThread && threadLine(message)),
    toolbar(message, { inThread, startEdit }),
  );
}

/** Whether a message is being edited: it is drawn anew when that changes. */
export function isEditing(message) {
  return editing.has(`${message.channel}/${message.ts}`);
}

function classNames(message, follows) {
  return ["message", follows && "is-following", message.ephemeral && "is-ephemeral"].filter(Boolean).join(" ");
}

function byline(message) {
  return h(
    "div",
    { class: "byline" },
    h("span", { class: "author" }, message.name || person(message.user).name),
    message.bot && h("span", { class: "app-badge" }, "APP"),
    time(message, "time"),
  );
}

function time(message, className) {
  const shown = className === "time-side" ? timeOf(message.ts).replace(/\s?[AP]M$/i, "") : timeOf(message.ts);
  const stamp = h("time", { title: fullTime(message.ts) }, shown);
  return message.permalink ? h("a", { class: className, href: message.permalink, data: { permalink: "" } }, stamp) : h("span", { class: className }, stamp);
}

function content(message) {
  const said = message.blocks?.length ? renderBlocks(message.blocks, messageSurface(message)) : mrkdwn(message.text);
  return h(
    "div",
    { class: message.streaming ? "message-body is-streaming" : "message-body", aria: { busy: message.streaming ? "true" : null } },
    message.tasks?.length > 0 && h("div", { class: "block" }, plan({ title: "", tasks: message.tasks })),
    said,
    (message.files ?? []).map(file),
    message.edited && h("span", { class: "edited" }, "(edited)"),
  );
}

/** A picture that was shared, which opens as large as it is; another file by its name. */
function file(shared) {
  const url = pictureAddress(shared.id);
  if (!shared.name.endsWith(".png")) return h("p", { class: "file" }, shared.title);
  const alt = shared.alt || shared.title;
  return h("a", { class: "file-picture", href: url, target: "_blank", rel: "noopener", title: "As large as it is" }, h("img", { class: "image", src: url, alt, loading: "lazy" }));
}

function threadLine(message) {
  const replies = repliesTo(message.channel, message.ts);
  const count = Math.max(replies.length, message.replies ?? 0);
  if (isReply(message) || count === 0) return null;
  const last = replies.at(-1);
  const faces = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  return h(
    "button",
    { type: "button", class: "thread-line", data: { "open-thread": message.ts }, aria: { current: state.thread === message.ts ? "true" : null }, on: { click: () => openThread(message.ts) } },
    h("span", { class: "faces" }, faces.map((user) => avatar(user, "avatar-small"))),
    h("span", { class: "thread-count" }, `${count} ${count === 1 ? "reply" : "replies"}`),
    last && h("span", { class: "thread-last" }, `last ${lastAt(last.ts)}`),
    icon("right", 16),
  );
}
