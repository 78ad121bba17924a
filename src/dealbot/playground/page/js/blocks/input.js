// A labelled input with its hint and what is wrong with it.

import { freshId, h } from "../dom.js";
import { renderElement } from "../elements/render.js";
import { icon } from "../icons.js";
import { plain, words } from "../text/mrkdwn.js";

const GROUPS = new Set(["checkboxes", "radio_buttons"]);

/** The block; `ctx.errors` holds what is wrong, by block. */
export function inputBlock(block, ctx) {
  const error = ctx.errors?.[block.block_id];
  const [controlId, labelId, hintId, errorId] = ["control", "label", "hint", "error"].map(freshId);
  const group = GROUPS.has(block.element.type);
  const describedBy = [error && errorId, block.hint && hintId].filter(Boolean).join(" ") || null;
  const element = renderElement(block.element, {
    ...ctx,
    dispatches: block.dispatch_action === true,
    optional: block.optional === true,
    label: words(block.label),
    controlId: group ? null : controlId,
    labelId,
    describedBy,
    invalid: Boolean(error),
  });
  const label = [plain(words(block.label)), block.optional && h("span", { class: "optional" }, " (optional)")];
  return h(
    "div",
    { class: error ? "input has-error" : "input" },
    group ? h("div", { class: "label", id: labelId }, label) : h("label", { class: "label", id: labelId, for: controlId }, label),
    element,
    error && h("p", { class: "input-error", id: errorId, role: "alert" }, icon("warning", 16), error),
    block.hint && h("p", { class: "input-hint", id: hintId }, plain(words(block.hint))),
  );
}
