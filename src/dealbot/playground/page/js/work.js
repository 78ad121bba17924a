// What a person does, and what then happens to what the page knows.

import { Refused, get, post } from "./api.js";
import { modals } from "./modals.js";
import { changed, findChannel, isReply, messagesOf, state } from "./state.js";

export const SLACKBOT = "USLACKBOT";

const early = new Map();

/** Reads the workspace and the channels, and opens the one wanted. */
export async function begin(wanted) {
  state.workspace = await get("workspace");
  state.me = state.workspace.users.some((user) => user.id === wanted.user) ? wanted.user : state.workspace.you;
  state.botUp = state.workspace.app.up ?? true;
  await readChannels();
  changed("workspace", "me");
  await openChannel((findChannel(wanted.channel) ?? state.channels[0])?.id ?? null);
}

async function readChannels() {
  state.channels = await get("channels");
  changed("channels");
}

/** Shows a channel from its latest message on. */
export async function openChannel(id, tab = "messages") {
  leave();
  state.channel = id;
  state.thread = null;
  state.tab = tab;
  state.pane = "conversation";
  state.unreadFrom.delete(id);
  remember();
  changed("place", "channels");
  if (id === null) return;
  if (tab === "home") await readHome();
  else await readMessages(id);
}

async function readMessages(id) {
  const channel = findChannel(id);
  const before = new Set(state.messages.get(id)?.keys());
  early.set(id, new Map());
  const found = await get("messages", { channel: id });
  // What only this page was told, and what came while the answer was under way, stays.
  const kept = messagesOf(id).filter((message) => message.user === SLACKBOT || !before.has(message.ts));
  const all = [...kept, ...early.get(id).values(), ...found];
  early.delete(id);
  state.messages.set(id, new Map(all.map((message) => [message.ts, message])));
  if (channel?.unread) {
    const others = messagesOf(id).filter((message) => message.user !== state.me);
    const first = others.slice(-channel.unread).find((message) => !isReply(message));
    if (first) state.unreadFrom.set(id, first.ts);
    channel.unread = 0;
  }
  changed("messages", "channels");
  await post("opened", { channel: id });
}

/** Says that what came while a channel was shown has been read. */
function leave() {
  const channel = state.channel;
  if (state.readOn) attempt(() => post("opened", { channel }));
  state.readOn = false;
}

/** The tab Home of the app, as the app last published it. */
async function readHome() {
  const { view } = await get("home");
  state.home = view;
  changed("home");
}

/** Reads everything again after the connection was lost. */
export async function readAgain() {
  await readChannels();
  for (const id of [...state.messages.keys()]) if (id !== state.channel) state.messages.delete(id);
  const shown = findChannel(state.channel);
  if (shown === null) return;
  shown.unread = 0;
  if (state.tab === "home") await readHome();
  else await readMessages(shown.id);
}

/** Everything as somebody else, in the same place if they may see it. */
export async function becomeUser(id) {
  const place = state.channel && findChannel(state.channel);
  leave();
  state.me = id;
  for (const known of [state.messages, state.typing, state.prompts, state.unreadFrom]) known.clear();
  state.home = null;
  modals.clear();
  await readChannels();
  changed("me");
  const same = place && (place.kind === "im" ? state.channels.find((each) => each.kind === "im" && each.name === place.name) : findChannel(place.id));
  await openChannel((same ?? state.channels[0])?.id ?? null, same ? state.tab : "messages");
}

/** Opens or closes (null) a thread beside the channel. */
export function openThread(ts) {
  state.thread = ts;
  state.pane = ts === null ? "conversation" : "thread";
  remember();
  changed("place");
}

/** On a phone: the list or the conversation. */
export function showPane(pane) {
  state.pane = pane;
  changed("place");
}

/** What Slackbot says to this person alone. */
export function tell(text, channel = state.channel) {
  const last = messagesOf(channel).at(-1)?.ts ?? String(Date.now() / 1000);
  put(channel, {
    ts: (Number(last) + 0.000001).toFixed(6),
    channel,
    user: SLACKBOT,
    name: "Slackbot",
    bot: true,
    text,
    blocks: null,
    thread_ts: state.thread,
    replies: 0,
    edited: false,
    ephemeral: true,
    reactions: [],
    permalink: "",
  });
  modals.notice(text);
}

/** Does something; a refusal is told to the person, and the answer is then undefined. */
export async function attempt(deed) {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell(error.message);
    return undefined;
  }
}

/** Puts a message where it belongs, new or changed. */
export function put(channelId, message) {
  const known = state.messages.get(channelId) ?? early.get(channelId);
  known?.set(message.ts, message);
  changed("messages");
}

/** Keeps the place in the address, so that a reload leads back to it. */
function remember() {
  const query = new URLSearchParams({ user: state.me });
  if (state.channel) query.set("channel", state.channel);
  history.replaceState(null, "", `?${query}`);
}
