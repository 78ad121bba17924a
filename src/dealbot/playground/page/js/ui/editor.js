// Changing what one has said, in its place.

import { post } from "../api.js";
import { h } from "../dom.js";
import { fromSlack, toSlack } from "../text/typed.js";
import { attempt } from "../work.js";

/** The text to change; Enter saves, Escape leaves it as it was. */
export function editor(message, done) {
  const field = h("textarea", { class: "field", rows: 2, value: fromSlack(message.text), aria: { label: "Edit message" } });
  const save = async () => {
    const text = toSlack(field.value.trim());
    if (text !== "" && text !== message.text) await attempt(() => post("edit", { channel: message.channel, ts: message.ts, text }));
    done();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") done();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    save();
  });
  queueMicrotask(() => {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
  return h(
    "div",
    { class: "editor" },
    field,
    h(
      "div",
      { class: "editor-buttons" },
      h("button", { type: "button", class: "button", on: { click: done } }, "Cancel"),
      h("button", { type: "button", class: "button button-primary", on: { click: save } }, "Save"),
    ),
  );
}
