// Questions that must be answered first.

import { freshId, h } from "../dom.js";
import { textObject, words } from "../text/mrkdwn.js";

/** Asks what a confirm object says; true if it was confirmed. */
export function confirmed(confirm) {
  return new Promise((answer) => {
    const titleId = freshId("title");
    const done = (value) => {
      dialog.close();
      dialog.remove();
      answer(value);
    };
    const dialog = h(
      "dialog",
      { class: "dialog", aria: { labelledby: titleId }, on: { cancel: () => done(false) } },
      h("h2", { id: titleId }, words(confirm.title) || "Are you sure?"),
      textObject(confirm.text),
      h(
        "div",
        { class: "dialog-buttons" },
        h("button", { type: "button", class: "button", on: { click: () => done(false) } }, words(confirm.deny) || "Cancel"),
        h(
          "button",
          { type: "button", class: `button button-${confirm.style ?? "primary"}`, on: { click: () => done(true) } },
          words(confirm.confirm) || "Yes",
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
