// The line that says that the bot is at work.

import { h } from "../dom.js";
import { state, watch } from "../state.js";

/** Below a composer. */
export function typingLine(channelOf) {
  const line = h("div", { class: "typing", role: "status" });
  watch(["typing", "place"], () => {
    const status = state.typing.get(channelOf());
    line.replaceChildren(...(status ? [h("b", {}, state.workspace.app.name), ` ${status}`, dots()] : []));
  });
  return line;
}

function dots() {
  return h("span", { class: "dots", aria: { hidden: "true" } }, h("i"), h("i"), h("i"));
}
