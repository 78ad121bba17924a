// The tab Home of the app.

import { renderBlock } from "../blocks/render.js";
import { h, keepingFocus, reconcile } from "../dom.js";
import { Values } from "../elements/values.js";
import { state, watch } from "../state.js";
import { viewSurface } from "../surfaces.js";

/** Draws what the app published, block by block. */
export function mountHome(root) {
  const page = h("div", { class: "home-page" });
  root.append(page);
  const kept = new Map();
  watch(["home", "place"], () => {
    if (state.tab !== "home") return;
    const view = state.home;
    if (view === null) {
      page.removeAttribute("data-view");
      reconcile(page, ["empty"], { key: () => "empty", signature: () => "", make: empty });
      return;
    }
    page.dataset.view = view.id;
    const owner = `${state.me} ${view.id}`;
    if (!kept.has(owner)) kept.set(owner, new Values(false));
    const surface = viewSurface(view, kept.get(owner));
    const rows = view.blocks.map((block, index) => ({ block, key: `${owner} ${block.block_id ?? index}` }));
    keepingFocus(page, () =>
      reconcile(page, rows, {
        key: (row) => row.key,
        signature: (row) => JSON.stringify(row.block),
        make: (row) => renderBlock(row.block, surface),
      }),
    );
  });
}

function empty() {
  return h("div", { class: "home-empty" }, h("h3", {}, "Nothing here yet"), h("p", {}, `${state.workspace.app.name} has not put anything on this page so far.`));
}
