// Puts the page together.

import { Refused } from "./api.js";
import { onEvent } from "./events.js";
import { connect } from "./live.js";
import { changed, draftKey, findChannel, state, watch } from "./state.js";
import { attempt, begin, openChannel, openThread, readAgain } from "./work.js";
import { mountBanner } from "./ui/banner.js";
import { mountConversation } from "./ui/conversation.js";
import { mountModals } from "./ui/modal.js";
import { isPhone } from "./ui/screen.js";
import { mountSidebar } from "./ui/sidebar.js";
import { mountThread } from "./ui/thread.js";

const AGAIN = 1000;

const app = document.getElementById("app");
const banner = document.getElementById("banner");
mountBanner(banner);
mountSidebar(document.getElementById("sidebar"));
const conversation = mountConversation(document.getElementById("conversation"));
const thread = mountThread(document.getElementById("thread"));
mountModals();

watch(["place"], () => {
  app.dataset.pane = state.pane;
  app.classList.toggle("has-thread", state.thread !== null);
});
watch(["place", "channels", "workspace"], () => {
  const channel = findChannel(state.channel);
  const unread = state.channels.reduce((sum, each) => sum + (each.unread || 0), 0);
  document.title = `${unread ? `(${unread}) ` : ""}${channel ? channel.name : ""} · ${state.workspace.team.name}`;
});
let listening = null;
watch(["me"], () => {
  if (listening === state.me) return;
  listening = state.me;
  connect(onEvent, () => attempt(readAgain));
});
document.addEventListener("click", follow);
start();

async function start() {
  const query = new URLSearchParams(location.search);
  const wanted = { user: query.get("user"), channel: query.get("channel"), ts: query.get("ts"), thread: query.get("thread_ts") };
  try {
    await begin(wanted);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    banner.hidden = false;
    banner.textContent = `${error.message} Trying again…`;
    setTimeout(start, AGAIN);
    return;
  }
  banner.hidden = true;
  if (wanted.channel === null && isPhone()) {
    state.pane = "list";
    changed("place");
  }
  const draft = query.get("draft");
  if (draft) {
    state.drafts.set(`${state.me} ${draftKey(state.channel, null)}`, draft);
    changed("drafts");
  }
  if (draft || !isPhone()) conversation.composer.focus();
  if (wanted.ts && state.channel) attempt(() => reveal(state.channel, wanted.ts, wanted.thread));
}

/** A click on a channel's name or on a link to a message leads there, within the page. */
function follow(event) {
  const goto = event.target.closest?.("[data-goto]");
  if (goto && findChannel(goto.dataset.goto)) attempt(() => openChannel(goto.dataset.goto));
  const link = event.target.closest?.("a[href]");
  const found = link && /\/archives\/(\w+)\/p(\d{10})(\d{6})/.exec(link.href);
  if (!found || !findChannel(found[1])) return;
  event.preventDefault();
  const root = new URL(link.href).searchParams.get("thread_ts");
  attempt(() => reveal(found[1], `${found[2]}.${found[3]}`, root));
}

async function reveal(channel, ts, root) {
  if (channel !== state.channel || state.tab !== "messages") await openChannel(channel);
  const message = state.messages.get(channel)?.get(ts);
  const under = root ?? message?.thread_ts;
  if (under && under !== ts) {
    openThread(under);
    thread.reveal(ts);
  } else {
    conversation.reveal(ts);
  }
}
