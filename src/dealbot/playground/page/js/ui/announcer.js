// Says what has just come or been done: to a screen reader, and in a corner for all to see.

import { h } from "../dom.js";

const SAID = 300;
const SHOWN = 2500;

/** Announces, once. */
export function announce(text) {
  document.getElementById("announcer").textContent = text.slice(0, SAID);
}

/** Announces what a click did where nothing else shows it. */
export function toast(text) {
  const note = h("div", { class: "toast" }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), SHOWN);
  announce(text);
}
