// Messages one below the other: days, what is new, and the place where one reads.

import { dayKey, dayName } from "../dates.js";
import { h, keepingFocus, reconcile } from "../dom.js";
import { icon } from "../icons.js";
import { repliesTo, state } from "../state.js";
import { isEditing, messageNode } from "./message.js";

const TOGETHER = 5 * 60;
const NEAR = 40;

export class MessageList {
  #inThread;

  constructor({ inThread, label }) {
    this.#inThread = inThread;
    this.list = h("div", { class: "messages" });
    this.scroller = h("div", { class: "message-scroll", tabindex: 0, role: "region", aria: { label } }, this.list);
    this.jump = h("button", { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd() } }, icon("down", 16), "New messages");
    this.root = h("div", { class: "message-area" }, this.scroller, this.jump);
    this.place = null;
    this.scroller.addEventListener("scroll", () => {
      if (this.#atEnd()) this.jump.hidden = true;
    });
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.scroller);
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.list);
    this.scroller.addEventListener("scroll", () => {
      this.stuck = this.#atEnd();
    });
    this.stuck = true;
  }

  /** Draws these messages; `place` names what they are of: a new place is shown from its end. */
  show(place, messages, { unreadFrom = null, intro = null } = {}) {
    const moved = place !== this.place;
    const last = messages.at(-1);
    const grown = !moved && last && last.ts !== this.last;
    const stay = this.stuck;
    this.place = place;
    this.last = last?.ts;
    const redraw = () => this.show(place, messages, { unreadFrom, intro });
    keepingFocus(this.list, () => reconcile(this.list, rows(place, messages, { unreadFrom, intro }), this.#drawing(redraw)));
    if (moved || stay || (grown && last.user === state.me)) this.toEnd();
    else if (grown) this.jump.hidden = false;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.stuck = true;
    this.jump.hidden = true;
  }

  /** Brings one message into view and marks it for a moment. */
  reveal(ts) {
    const node = this.list.querySelector(`article[data-ts="${CSS.escape(ts)}"]`);
    if (!node) return false;
    this.stuck = false;
    node.scrollIntoView({ block: "center" });
    node.classList.add("is-marked");
    node.focus({ preventScroll: true });
    setTimeout(() => node.classList.remove("is-marked"), 2500);
    return true;
  }

  #atEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < NEAR;
  }

  #drawing(redraw) {
    return {
      key: (row) => row.key,
      signature: (row) => (row.node ? row.key : JSON.stringify([row.message, row.follows, this.#inThread || threadSign(row.message), isEditing(row.message), state.me])),
      make: (row) => row.node?.() ?? messageNode(row.message, { follows: row.follows, inThread: this.#inThread, redraw }),
    };
  }
}

function threadSign(message) {
  return [repliesTo(message.channel, message.ts).map((reply) => [reply.ts, reply.user]), state.thread === message.ts];
}

function rows(place, messages, { unreadFrom, intro }) {
  const made = intro ? [{ key: `intro ${place}`, node: intro }] : [];
  let before = null;
  for (const message of messages) {
    const newDay = before === null || dayKey(before.ts) !== dayKey(message.ts);
    const fresh = unreadFrom !== null && message.ts === unreadFrom;
    if (newDay) made.push({ key: `day ${dayKey(message.ts)}`, node: () => day(message.ts) });
    if (fresh) made.push({ key: "new", node: newLine });
    made.push({ key: message.ts, message, follows: !newDay && !fresh && goesOn(before, message) });
    before = message;
  }
  return made;
}

function goesOn(before, message) {
  return before.user === message.user && before.ephemeral === message.ephemeral && !message.ephemeral && Number(message.ts) - Number(before.ts) < TOGETHER;
}

function day(ts) {
  return h("div", { class: "day", role: "separator" }, h("span", {}, dayName(ts)));
}

function newLine() {
  return h("div", { class: "new-line", role: "separator", aria: { label: "New messages" } }, h("span", {}, "New"));
}
