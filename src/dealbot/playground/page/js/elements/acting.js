// What stands between a click and the app: the question whether it is meant, and the wait for the answer.

import { confirmed } from "../ui/dialogs.js";

/** Does what the element is for, once: asks first where the app wants that, and is disabled until it is answered. */
export async function act(control, element, ctx, value) {
  if (control.getAttribute("aria-disabled") === "true") return false;
  if (element.confirm && !(await confirmed(element.confirm))) return false;
  control.setAttribute("aria-disabled", "true");
  control.classList.add("is-busy");
  try {
    await ctx.act(ctx.blockId, element.action_id, value);
  } finally {
    control.removeAttribute("aria-disabled");
    control.classList.remove("is-busy");
  }
  return true;
}

/** Keeps a value and, where the element acts at once, tells the app. */
export async function choose(control, element, ctx, value) {
  const before = ctx.values.get(ctx.blockId, element);
  ctx.values.set(ctx.blockId, element, value);
  if (!ctx.dispatches) return true;
  const done = await act(control, element, ctx, value);
  if (!done) ctx.values.set(ctx.blockId, element, before);
  return done;
}
