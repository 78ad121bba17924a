// What the page knows, and who wants to hear when it changes.

export const state = {
  workspace: null,
  me: null,
  channels: [],
  messages: new Map(),
  channel: null,
  thread: null,
  tab: "messages",
  pane: "conversation",
  botUp: true,
  connected: true,
  typing: new Map(),
  prompts: new Map(),
  home: null,
  unreadFrom: new Map(),
  readOn: false,
  drafts: new Map(),
};

const listeners = new Map();

/** Calls `listener` after a change to any of these topics. */
export function watch(topics, listener) {
  for (const topic of topics) listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

/** Says that these topics changed; each listener hears of it once. */
export function changed(...topics) {
  const heard = new Set(topics.flatMap((topic) => listeners.get(topic) ?? []));
  for (const listener of heard) listener();
}

/** A person by id, the bot included. */
export function person(id) {
  const { app, users } = state.workspace;
  if (id === app.user) return { id, name: app.name, title: "App", initials: null, color: null, bot: true };
  return users.find((user) => user.id === id) ?? { id, name: id, title: "", initials: "?", color: "#6b7280" };
}

/** The name of a person. */
export function personName(id) {
  return person(id).name;
}

/** A channel by id or name. */
export function findChannel(idOrName) {
  const bare = String(idOrName ?? "").replace(/^[#@]/, "");
  return state.channels.find((channel) => channel.id === bare) ?? state.channels.find((channel) => channel.name === bare) ?? null;
}

/** The name of a channel; one that this person cannot see has none. */
export function channelName(id) {
  return state.channels.find((channel) => channel.id === id)?.name ?? "private-channel";
}

/** The messages of a channel, oldest first. */
export function messagesOf(channelId) {
  return [...(state.messages.get(channelId)?.values() ?? [])].sort((one, other) => Number(one.ts) - Number(other.ts));
}

/** Whether a message stands in a thread below another. */
export function isReply(message) {
  return message.thread_ts !== null && message.thread_ts !== undefined && message.thread_ts !== message.ts;
}

/** The replies below a message. */
export function repliesTo(channelId, ts) {
  return messagesOf(channelId).filter((message) => isReply(message) && message.thread_ts === ts);
}

/** A name for the draft of a composer. */
export function draftKey(channelId, threadTs) {
  return threadTs ? `${channelId}/${threadTs}` : channelId;
}
