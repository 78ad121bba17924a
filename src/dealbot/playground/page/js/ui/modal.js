// The modal on top of the stack: its blocks, what is typed into them, and what is wrong with it.

import { post } from "../api.js";
import { renderBlock } from "../blocks/render.js";
import { h, keepingFocus, reconcile } from "../dom.js";
import { collected, problems } from "../elements/values.js";
import { icon } from "../icons.js";
import { modals } from "../modals.js";
import { watch } from "../state.js";
import { viewSurface } from "../surfaces.js";
import { plain, words } from "../text/mrkdwn.js";
import { attempt } from "../work.js";
import { closePopover, popoverIsOpen } from "./popover.js";

const FIRST_CONTROL = "[data-autofocus], input:not([type=hidden]), textarea, .select";

/** One dialog element shows whatever is on top. */
export function mountModals() {
  const title = h("h2", { id: "modal-title" });
  const body = h("div", { class: "modal-body", tabindex: -1 });
  const notice = h("p", { class: "modal-notice", role: "alert", hidden: true });
  const foot = h("footer", { class: "modal-foot" });
  const dialog = h(
    "dialog",
    { class: "modal", aria: { labelledby: "modal-title" } },
    h("header", { class: "modal-head" }, title, h("button", { type: "button", class: "icon-button", aria: { label: "Close" }, on: { click: dismiss } }, icon("close", 20))),
    notice,
    body,
    foot,
  );
  document.body.append(dialog);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (popoverIsOpen()) closePopover();
    else dismiss();
  });
  dialog.addEventListener("keydown", (event) => hold(event, dialog));
  const parts = { dialog, title, body, notice, foot };
  watch(["modals"], () => draw(parts));
}

function draw({ dialog, title, body, notice, foot }) {
  const entry = modals.top;
  if (entry === null) {
    if (dialog.open) dialog.close();
    delete dialog.dataset.view;
    return;
  }
  const { view } = entry;
  const fresh = dialog.dataset.view !== view.id;
  if (fresh) closePopover();
  dialog.dataset.view = view.id;
  title.replaceChildren(...plain(words(view.title)));
  notice.hidden = entry.notice === null;
  notice.textContent = entry.notice ?? "";
  foot.replaceChildren(...buttons(entry));
  const surface = { ...viewSurface(view, entry.values), errors: entry.errors, submit: () => submit(entry) };
  const rows = view.blocks.map((block, index) => ({ block, key: `${view.id} ${block.block_id ?? index}` }));
  keepingFocus(body, () =>
    reconcile(body, rows, {
      key: (row) => row.key,
      signature: (row) => JSON.stringify([row.block, entry.errors[row.block.block_id] ?? null]),
      make: (row) => renderBlock(row.block, surface),
    }),
  );
  if (!dialog.open) dialog.showModal();
  if (!fresh) return;
  body.scrollTop = 0;
  (body.querySelector(FIRST_CONTROL) ?? body).focus();
}

function buttons(entry) {
  const { view } = entry;
  const close = h("button", { type: "button", class: "button", on: { click: dismiss } }, plain(words(view.close) || "Close"));
  if (!view.submit) return [close];
  const send = h(
    "button",
    { type: "button", class: entry.busy ? "button button-primary is-busy" : "button button-primary", aria: { disabled: entry.busy ? "true" : null }, data: { submit: "" }, on: { click: () => submit(entry) } },
    plain(words(view.submit)),
  );
  return [close, send];
}

async function submit(entry) {
  if (entry.busy) return;
  entry.notice = null;
  entry.errors = problems(entry.view.blocks, entry.values);
  if (Object.keys(entry.errors).length === 0) await send(entry);
  modals.changed();
  document.querySelector(".modal .has-error")?.querySelector("input, textarea, button")?.focus();
}

async function send(entry) {
  const { version } = entry;
  entry.busy = true;
  modals.changed();
  const answer = await attempt(() => post("submit", { view: entry.view.id, values: collected(entry.view.blocks, entry.values) }));
  entry.busy = false;
  if (!answer) return;
  entry.errors = answer.errors ?? {};
  // A view that was updated meanwhile is not the one that was submitted: it stays.
  if (answer.done && entry.version === version) modals.pop(entry.view.id);
}

function dismiss() {
  const entry = modals.top;
  if (entry === null) return;
  modals.pop(entry.view.id);
  attempt(() => post("close", { view: entry.view.id }));
}

/** Keeps the Tab key within the dialog. */
function hold(event, dialog) {
  if (event.key !== "Tab" || popoverIsOpen()) return;
  const controls = [...dialog.querySelectorAll("button, input, textarea, select, a[href], summary")].filter((each) => !each.disabled && each.offsetParent !== null);
  const [first, last] = [controls[0], controls.at(-1)];
  const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
