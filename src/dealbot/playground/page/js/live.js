// The stream of events; when it breaks it is opened again, and what was missed is read anew.

import { changed, state } from "./state.js";

const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;

let socket = null;
let wait = FIRST_WAIT;
let timer = null;

/** Listens as the current user: `onEvent` for each event, `onReturn` after a break. */
export function connect(onEvent, onReturn) {
  clearTimeout(timer);
  socket?.close();
  const url = new URL("/page/events", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("user", state.me);
  const mine = new WebSocket(url);
  socket = mine;
  mine.addEventListener("open", () => {
    wait = FIRST_WAIT;
    const back = !state.connected;
    setConnected(true);
    if (back) onReturn();
  });
  mine.addEventListener("message", (message) => {
    if (mine === socket) onEvent(JSON.parse(message.data));
  });
  mine.addEventListener("close", () => {
    if (mine !== socket) return;
    setConnected(false);
    timer = setTimeout(() => connect(onEvent, onReturn), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  });
}

function setConnected(connected) {
  if (state.connected === connected) return;
  state.connected = connected;
  changed("connection");
}
