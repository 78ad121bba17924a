// What each event changes.

import { announce } from "./ui/announcer.js";
import { modals } from "./modals.js";
import { changed, findChannel, isReply, personName, state } from "./state.js";
import { put, tell } from "./work.js";

const TYPING_LASTS = 60 * 1000;
const timers = new Map();

const EVENTS = {
  message({ channel, message }) {
    put(channel, message);
    if (message.bot) setTyping(channel, "");
    if (message.user === state.me) return;
    const place = findChannel(channel);
    const shown = channel === state.channel && state.tab === "messages";
    if (place && !shown && !isReply(message)) {
      place.unread = (place.unread ?? 0) + 1;
      changed("channels");
    }
    if (!shown) return;
    state.readOn = true;
    announce(`${message.name || personName(message.user)}: ${message.text}`);
  },
  changed({ channel, message }) {
    put(channel, message);
  },
  deleted({ channel, ts }) {
    state.messages.get(channel)?.delete(ts);
    changed("messages");
  },
  view({ view }) {
    modals.show(view);
  },
  closed() {
    modals.clear();
  },
  home({ view }) {
    state.home = view;
    changed("home");
  },
  typing({ channel, status }) {
    setTyping(channel, status);
  },
  prompts({ channel, prompts }) {
    state.prompts.set(channel, prompts);
    changed("prompts");
  },
  refused({ channel, text }) {
    tell(text, channel ?? state.channel);
  },
  bot({ up }) {
    state.botUp = up;
    if (!up) state.typing.clear();
    changed("bot", "typing");
  },
};

/** Takes in one event; a kind that is not known changes nothing. */
export function onEvent(event) {
  EVENTS[event.kind]?.(event);
}

function setTyping(channel, status) {
  clearTimeout(timers.get(channel));
  if (status) {
    state.typing.set(channel, status);
    timers.set(channel, setTimeout(() => setTyping(channel, ""), TYPING_LASTS));
  } else {
    state.typing.delete(channel);
  }
  changed("typing");
}
