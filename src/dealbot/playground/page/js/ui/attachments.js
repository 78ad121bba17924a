// The files that go with the next message: chosen or dropped, each with a button that leaves it out.

import { h } from "../dom.js";
import { icon } from "../icons.js";

export class Attachments {
  /** `changed` is called whenever there are more or fewer. */
  constructor(changed) {
    this.changed = changed;
    this.files = [];
    this.picker = h("input", { type: "file", multiple: true, hidden: true, aria: { label: "Files" }, on: { change: () => this.#chosen() } });
    this.list = h("ul", { class: "attached" });
    this.root = h("div", {}, this.picker, this.list);
    this.dropping = {
      dragover: (event) => event.preventDefault(),
      drop: (event) => {
        event.preventDefault();
        this.#add(event.dataTransfer?.files ?? []);
      },
    };
  }

  get empty() {
    return this.files.length === 0;
  }

  choose() {
    this.picker.click();
  }

  /** Gives the files, as {name, content} with the content in base64, and keeps none. */
  take() {
    const taken = this.files;
    this.#set([]);
    return taken;
  }

  putBack(files) {
    this.#set([...files, ...this.files]);
  }

  async #chosen() {
    const chosen = [...this.picker.files];
    this.picker.value = "";
    await this.#add(chosen);
  }

  async #add(given) {
    const read = await Promise.all([...given].map(async (file) => ({ name: file.name, content: await base64(file) })));
    this.#set([...this.files, ...read]);
  }

  #set(files) {
    this.files = files;
    this.list.replaceChildren(...files.map((file) => this.#line(file)));
    this.changed();
  }

  #line(file) {
    const leaveOut = () => this.#set(this.files.filter((each) => each !== file));
    return h("li", {}, file.name, h("button", { type: "button", class: "icon-button", aria: { label: `Leave out ${file.name}` }, on: { click: leaveOut } }, icon("close", 14)));
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
