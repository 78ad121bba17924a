// Three things to try, until they are dismissed.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { draftKey, changed, state, watch } from "../state.js";
import { showPane } from "../work.js";

/** A click puts a hint into the composer. */
export function mountHints(root, composer) {
  const dismiss = () => {
    root.dataset.dismissed = "";
    draw();
    composer.focus();
  };
  const take = (text) => {
    state.drafts.set(`${state.me} ${draftKey(state.channel, null)}`, text);
    showPane("conversation");
    changed("drafts");
    composer.focus();
  };
  const draw = () => {
    const { hints } = state.workspace;
    root.hidden = hints.length === 0 || "dismissed" in root.dataset || state.tab === "home";
    root.replaceChildren(
      h("h3", {}, icon("bulb"), "Try this"),
      h("ol", {}, hints.map((hint) => h("li", {}, h("button", { type: "button", class: "hint", title: hint, on: { click: () => take(hint) } }, h("span", {}, hint))))),
      h("button", { type: "button", class: "icon-button", aria: { label: "Dismiss" }, on: { click: dismiss } }, icon("close", 16)),
    );
  };
  watch(["workspace", "place"], draw);
}
