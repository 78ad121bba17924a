// Buttons: ordinary ones, those with an icon, and thumbs.

import { h, safeUrl } from "../dom.js";
import { icon } from "../icons.js";
import { plain, words } from "../text/mrkdwn.js";
import { act } from "./acting.js";

const ICONS = { trash: "trash" };

/** A button; one with an address opens it as well. */
export function button(element, ctx) {
  const style = element.style ? ` button-${element.style}` : "";
  const control = h(
    "button",
    { type: "button", class: `button${style}`, aria: { label: element.accessibility_label }, on: { click: () => press(control, element, ctx) } },
    plain(words(element.text)),
  );
  return control;
}

function press(control, element, ctx) {
  const url = element.url ? safeUrl(element.url) : null;
  if (url) window.open(url, "_blank", "noopener,noreferrer");
  return act(control, element, ctx, null);
}

/** An icon with its meaning as a label. */
export function iconButton(element, ctx) {
  const label = words(element.text);
  const control = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      title: label,
      aria: { label: element.accessibility_label ?? label },
      on: { click: () => act(control, element, ctx, null) },
    },
    icon(ICONS[element.icon] ?? "dots"),
  );
  return control;
}

/** Thumbs up and down: one at a time is pressed. */
export function feedback(element, ctx) {
  const thumb = (part, name) => {
    const label = words(part.text);
    const control = h(
      "button",
      {
        type: "button",
        class: "icon-button",
        title: label,
        aria: { label: part.accessibility_label ?? label, pressed: "false" },
        on: { click: () => rate(control) },
      },
      icon(name),
    );
    control.feedbackValue = part.value;
    return control;
  };
  const rate = async (control) => {
    if (!(await act(control, element, ctx, control.feedbackValue))) return;
    for (const each of group.children) each.setAttribute("aria-pressed", String(each === control));
  };
  const group = h(
    "div",
    { class: "feedback", role: "group", aria: { label: "Feedback" } },
    thumb(element.positive_button, "thumbsUp"),
    thumb(element.negative_button, "thumbsDown"),
  );
  return group;
}
