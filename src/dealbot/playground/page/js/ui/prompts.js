// What the bot suggests to ask, above the composer of its conversation.

import { post } from "../api.js";
import { h } from "../dom.js";
import { findChannel, state, watch } from "../state.js";
import { attempt } from "../work.js";

/** A click says the prompt's words. */
export function mountPrompts(root, composer) {
  const draw = () => {
    const channel = findChannel(state.channel);
    const prompts = channel?.kind === "im" ? (state.prompts.get(channel.id) ?? state.workspace.app.prompts) : [];
    root.hidden = prompts.length === 0;
    root.replaceChildren(...prompts.map((prompt) => chip(prompt, composer)));
  };
  watch(["place", "prompts", "me"], draw);
}

function chip(prompt, composer) {
  const say = async () => {
    await attempt(() => post("messages", { channel: state.channel, thread_ts: null, text: prompt.message }));
    composer.focus();
  };
  return h("button", { type: "button", class: "prompt", title: prompt.message, on: { click: say } }, prompt.title);
}
