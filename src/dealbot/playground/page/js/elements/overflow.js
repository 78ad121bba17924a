// The menu behind three dots.

import { h, safeUrl } from "../dom.js";
import { icon } from "../icons.js";
import { words } from "../text/mrkdwn.js";
import { openMenu } from "../ui/menu.js";
import { act } from "./acting.js";

/** Each option acts as a button would. */
export function overflow(element, ctx) {
  const pick = (option) => {
    const url = option.url ? safeUrl(option.url) : null;
    if (url) window.open(url, "_blank", "noopener,noreferrer");
    return act(control, element, ctx, option);
  };
  const items = () =>
    element.options.map((option) => ({
      label: words(option.text),
      detail: words(option.description),
      run: () => pick(option),
    }));
  const control = h(
    "button",
    {
      type: "button",
      class: "icon-button overflow",
      aria: { label: "More actions", haspopup: "menu" },
      on: { click: () => openMenu(control, items()) },
    },
    icon("dots"),
  );
  return control;
}
