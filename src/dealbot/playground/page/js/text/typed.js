// Between what is typed and what Slack sends: names of people and channels, and the three escaped signs.

import { state } from "../state.js";
import { escaped, unescaped } from "./mrkdwn.js";

function known() {
  const { app, users } = state.workspace;
  const people = [app && { name: app.name, id: app.user }, ...users].map(({ name, id }) => ({ shown: `@${name}`, sent: `<@${id}>` }));
  const channels = state.channels.filter((channel) => channel.kind !== "im").map(({ name, id }) => ({ shown: `#${name}`, sent: `<#${id}>` }));
  return [...people, ...channels].sort((one, other) => other.shown.length - one.shown.length);
}

/** Typed text as Slack sends it: "@Priya Nair" becomes "<@U…>", and no sign of the person's own means anything more. */
export function toSlack(text) {
  const names = known();
  let sent = "";
  let place = 0;
  while (place < text.length) {
    const starts = (text[place] === "@" || text[place] === "#") && !/[\p{L}\p{N}]/u.test(text[place - 1] ?? " ");
    const name = starts ? names.find(({ shown }) => text.startsWith(shown, place) && !/[\p{L}\p{N}]/u.test(text[place + shown.length] ?? " ")) : null;
    sent += name ? name.sent : escaped(text[place]);
    place += name ? name.shown.length : 1;
  }
  return sent;
}

/** What Slack sent as one would type it. */
export function fromSlack(text) {
  const named = known().reduce((all, { shown, sent }) => all.replaceAll(sent, shown), text);
  return unescaped(named.replace(/<([^<>|]+)\|([^<>]*)>/g, "$2").replace(/<(https?:[^<>]+|mailto:[^<>]+)>/g, "$1"));
}
