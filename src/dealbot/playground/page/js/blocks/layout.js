// The blocks that most messages are made of.

import { h, isOwnImage } from "../dom.js";
import { renderElement } from "../elements/render.js";
import { icon } from "../icons.js";
import { link, plain, textObject, words } from "../text/mrkdwn.js";

/** Text, fields in two columns, and something beside them. */
export function section(block, ctx) {
  return h(
    "div",
    { class: "section" },
    h("div", { class: "section-body" }, textObject(block.text), block.fields && h("div", { class: "fields" }, block.fields.map(textObject))),
    block.accessory && h("div", { class: "accessory" }, accessory(block, ctx)),
  );
}

function accessory(block, ctx) {
  if (block.accessory.type === "image") return picture(block.accessory, "accessory-image");
  return renderElement(block.accessory, { ...ctx, label: words(block.text).slice(0, 80) });
}

/** A line. */
export function divider() {
  return h("hr");
}

/** A heading. */
export function header(block) {
  return h("h3", { class: "block-heading" }, plain(words(block.text)));
}

/** Small words and pictures in one line. */
export function context(block) {
  return block.elements.map((element) =>
    element.type === "image" ? picture(element, "context-image") : h("div", { class: "context-words" }, textObject(element)),
  );
}

/** A picture with its title. */
export function image(block) {
  return h("figure", {}, block.title && h("figcaption", {}, plain(words(block.title))), picture(block, "image"));
}

/** A picture if it comes from here, else what it shows in words. */
export function picture(element, className) {
  const url = element.image_url ?? element.slack_file?.url ?? "";
  if (isOwnImage(url)) return h("img", { class: className, src: url, alt: element.alt_text ?? "", loading: "lazy" });
  return h("span", { class: `${className} image-alt`, role: "img", aria: { label: element.alt_text ?? "image" } }, element.alt_text || "image");
}

/** A film is named and linked, never played. */
export function video(block) {
  return h("p", { class: "video" }, icon("right"), link(block.title_url ?? block.video_url, words(block.title) || "video"));
}

/** Elements in a row. */
export function actions(block, ctx) {
  return h("div", { class: "actions" }, block.elements.map((element) => renderElement(element, ctx)));
}
