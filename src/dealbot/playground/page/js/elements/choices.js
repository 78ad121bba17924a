// Checkboxes and radio buttons.

import { freshId, h } from "../dom.js";
import { textObject } from "../text/mrkdwn.js";
import { choose } from "./acting.js";
import { holdsMany } from "./values.js";

/** The options of a group, one below the other. */
export function choices(element, ctx) {
  const many = holdsMany(element);
  const name = freshId("choice");
  const chosen = () => [ctx.values.get(ctx.blockId, element) ?? []].flat().map((option) => option.value);
  const read = () => {
    const picked = element.options.filter((_, index) => inputs[index].checked);
    return many ? picked : (picked[0] ?? null);
  };
  const onChange = async () => {
    if (await choose(group, element, ctx, read())) return;
    const kept = chosen();
    for (const [index, option] of element.options.entries()) inputs[index].checked = kept.includes(option.value);
  };
  const inputs = element.options.map((option) =>
    h("input", {
      type: many ? "checkbox" : "radio",
      name,
      value: option.value,
      checked: chosen().includes(option.value),
      on: { change: onChange },
    }),
  );
  const group = h(
    "div",
    { class: "choices", role: many ? "group" : "radiogroup", aria: { labelledby: ctx.labelId, describedby: ctx.describedBy } },
    element.options.map((option, index) =>
      h(
        "label",
        { class: "choice" },
        inputs[index],
        h("span", { class: "choice-words" }, textObject(option.text), option.description && h("span", { class: "choice-description" }, textObject(option.description))),
      ),
    ),
  );
  return group;
}
