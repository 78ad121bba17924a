// How the blocks of a message or a view reach the app.

import { post } from "./api.js";
import { Values } from "./elements/values.js";
import { attempt } from "./work.js";

const kept = new Map();

/** For the blocks of a message. */
export function messageSurface(message) {
  const key = `${message.channel}/${message.ts}`;
  if (!kept.has(key)) kept.set(key, new Values(false));
  return surface({ channel: message.channel, ts: message.ts }, kept.get(key));
}

/** For the blocks of a view. */
export function viewSurface(view, values) {
  return surface({ view: view.id }, values);
}

function surface(container, values) {
  return {
    values,
    act: (blockId, actionId, value) => attempt(() => post("actions", { container, block_id: blockId, action_id: actionId, value })),
    options: (blockId, actionId, query) => post("options", { container, block_id: blockId, action_id: actionId, query }),
  };
}
