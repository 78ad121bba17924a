// The stack of modals: the app opens, pushes and updates; a person submits and closes.

import { changed } from "./state.js";
import { Values } from "./elements/values.js";

class Modals {
  stack = [];
  #values = new Map();

  get top() {
    return this.stack.at(-1) ?? null;
  }

  /** A view the app sent: a known one is updated and what lay above it goes, a new one lies on top. */
  show(view) {
    const place = this.stack.findIndex((each) => each.view.id === view.id);
    if (place < 0) {
      if (!this.#values.has(view.id)) this.#values.set(view.id, new Values(true));
      this.stack.push({ view, values: this.#values.get(view.id), errors: {}, notice: null, busy: false, version: 0 });
    } else {
      this.stack.splice(place + 1);
      const entry = this.stack[place];
      Object.assign(entry, { view, errors: {}, notice: null, version: entry.version + 1 });
    }
    changed("modals");
  }

  /** The view goes if it is still on top; what lies below it is shown again. */
  pop(viewId) {
    if (this.top?.view.id !== viewId) return;
    this.stack.pop();
    changed("modals");
  }

  clear() {
    this.stack = [];
    changed("modals");
  }

  /** Says that something in the view on top changed. */
  changed() {
    changed("modals");
  }

  /** What went wrong, shown in the view on top. */
  notice(text) {
    if (!this.top) return;
    this.top.notice = text;
    changed("modals");
  }
}

export const modals = new Modals();
