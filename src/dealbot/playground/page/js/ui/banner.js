// The thin line that says that the connection is lost.

import { state, watch } from "../state.js";

/** Shown while the page tries to come back. */
export function mountBanner(root) {
  watch(["connection"], () => {
    root.hidden = state.connected;
    root.textContent = state.connected ? "" : "Connection lost, reconnecting…";
  });
}
