// Where one writes: Enter sends, Shift+Enter begins a line, what is half written waits for each place.

import { post } from "../api.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { draftKey, state, watch } from "../state.js";
import { toSlack } from "../text/typed.js";
import { attempt } from "../work.js";
import { Attachments } from "./attachments.js";
import { completion } from "./completion.js";
import { openMenu } from "./menu.js";
import { typingLine } from "./typing.js";

const TALLEST = 220;

export class Composer {
  /** `placeOf` tells {channel, thread, label} at any time. */
  constructor(placeOf) {
    this.placeOf = placeOf;
    this.field = h("textarea", { class: "composer-field", rows: 1, autocapitalize: "sentences", enterkeyhint: "send" });
    this.sendButton = h("button", { type: "button", class: "send", aria: { label: "Send" }, on: { click: () => this.send() } }, icon("send"));
    this.completion = completion(this.field, () => this.#typed());
    this.attachments = new Attachments(() => this.#fit());
    this.typing = typingLine(() => placeOf().channel);
    this.root = h(
      "div",
      { class: "composer", data: { composer: "" } },
      this.completion.root,
      h("div", { class: "composer-box", on: this.attachments.dropping }, this.field, this.attachments.root, h("div", { class: "composer-tools" }, this.#tools(), this.sendButton)),
      this.typing,
    );
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    watch(["drafts"], () => this.show());
  }

  /** Shows the place's own draft. */
  show() {
    const { channel, thread, label } = this.placeOf();
    const key = draftKey(channel, thread);
    this.field.setAttribute("aria-label", label);
    this.field.placeholder = label;
    const draft = state.drafts.get(this.#key(key)) ?? "";
    if (this.shown !== this.#key(key) || this.field.value !== draft) {
      this.shown = this.#key(key);
      this.field.value = draft;
      this.completion.close();
      this.#fit();
    }
  }

  focus() {
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  async send() {
    const text = this.field.value.trim();
    const { channel, thread } = this.placeOf();
    if (text === "" && this.attachments.empty) return;
    const files = this.attachments.take();
    this.field.value = "";
    this.#typed();
    const sent = await attempt(async () => {
      await post("messages", { channel, thread_ts: thread, text: toSlack(text), ...(files.length > 0 && { files }) });
      return true;
    });
    if (sent) return;
    this.attachments.putBack(files);
    if (this.field.value !== "") return;
    this.field.value = text;
    this.#typed();
  }

  #key(place) {
    return `${state.me} ${place}`;
  }

  #typed() {
    const { channel, thread } = this.placeOf();
    state.drafts.set(this.#key(draftKey(channel, thread)), this.field.value);
    this.completion.update();
    this.#fit();
  }

  #fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST)}px`;
    this.sendButton.setAttribute("aria-disabled", String(this.field.value.trim() === "" && this.attachments.empty));
  }

  #onKey(event) {
    if (event.isComposing || this.completion.onKey(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.send();
  }

  #tools() {
    const tool = (name, label, click) => {
      const control = h("button", { type: "button", class: "icon-button", title: label, aria: { label }, on: { click: () => click(control) } }, icon(name));
      return control;
    };
    return [
      tool("plus", "Shortcuts and commands", (control) => openMenu(control, this.#shortcuts(), "Shortcuts")),
      tool("clip", "Attach files", () => this.attachments.choose()),
      tool("bold", "Bold", () => this.#wrap("*")),
      tool("italic", "Italic", () => this.#wrap("_")),
      tool("code", "Code", () => this.#wrap("`")),
      tool("at", "Mention someone", () => this.#insert("@")),
      tool("slash", "Run a command", () => this.#insert("/")),
    ];
  }

  #shortcuts() {
    const { app } = state.workspace;
    const shortcuts = app.shortcuts.filter((shortcut) => shortcut.type === "global");
    const use = (shortcut) => attempt(() => post("shortcuts", { callback_id: shortcut.callback_id, channel: null, ts: null }));
    return [
      ...shortcuts.map((shortcut) => ({ label: shortcut.name, detail: app.name, icon: "bolt", run: () => use(shortcut) })),
      ...app.commands.map((command) => ({ label: command.command, detail: command.description, icon: "slash", run: () => this.#replace(`${command.command} `) })),
    ];
  }

  #replace(text) {
    this.field.value = text;
    this.focus();
    this.#typed();
  }

  #insert(sign) {
    if (sign === "/") return this.#replace(this.field.value === "" ? "/" : this.field.value);
    const { selectionStart: at, value } = this.field;
    const space = at > 0 && !/\s$/.test(value.slice(0, at)) ? " " : "";
    this.field.focus();
    this.field.setRangeText(space + sign, at, at, "end");
    return this.#typed();
  }

  #wrap(sign) {
    const { selectionStart: from, selectionEnd: to, value } = this.field;
    this.field.focus();
    this.field.setRangeText(sign + value.slice(from, to) + sign, from, to, "end");
    if (from === to) this.field.setSelectionRange(from + 1, from + 1);
    this.#typed();
  }
}
