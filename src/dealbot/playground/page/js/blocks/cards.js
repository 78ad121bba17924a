// Cards, rows of cards, and containers that fold.

import { h } from "../dom.js";
import { renderElement } from "../elements/render.js";
import { icon } from "../icons.js";
import { textObject } from "../text/mrkdwn.js";
import { picture } from "./layout.js";
import { richText } from "./rich_text.js";

/** A card. */
export function card(block, ctx) {
  return h(
    "article",
    { class: "card" },
    block.hero_image && picture(block.hero_image, "card-hero"),
    h(
      "div",
      { class: "card-top" },
      block.icon && picture(block.icon, "card-icon"),
      h("div", { class: "card-titles" }, block.title && h("div", { class: "card-title" }, textObject(block.title)), block.subtitle && h("div", { class: "card-subtitle" }, textObject(block.subtitle))),
    ),
    block.body && h("div", { class: "card-body" }, textObject(block.body)),
    block.actions && h("div", { class: "actions" }, block.actions.map((element) => renderElement(element, ctx))),
  );
}

/** Cards side by side. */
export function carousel(block, ctx) {
  const track = h("div", { class: "carousel-track", tabindex: 0, role: "group", aria: { label: `${block.elements.length} cards` } }, block.elements.map((each) => ctx.renderBlock(each, ctx)));
  const move = (step) => () => track.scrollBy({ left: step * track.clientWidth * 0.8, behavior: "smooth" });
  const arrow = (step, name, label) => h("button", { type: "button", class: `icon-button carousel-${name}`, aria: { label }, on: { click: move(step) } }, icon(name));
  const arrows = h("div", { class: "carousel-arrows" }, arrow(-1, "back", "Earlier cards"), arrow(1, "right", "More cards"));
  new ResizeObserver(() => {
    arrows.hidden = track.scrollWidth <= track.clientWidth;
  }).observe(track);
  return h("div", { class: "carousel" }, track, arrows);
}

/** Blocks with a title around them. */
export function container(block, ctx) {
  const top = [
    block.icon && picture(block.icon, "card-icon"),
    h("div", { class: "card-titles" }, h("div", { class: "card-title" }, block.rich_text_title ? richText(block.rich_text_title) : textObject(block.title)), block.subtitle && h("div", { class: "card-subtitle" }, textObject(block.subtitle))),
  ];
  const body = h("div", { class: "container-body" }, block.child_blocks.map((each) => ctx.renderBlock(each, ctx)));
  const names = `container width-${block.width ?? "standard"}${block.has_header_divider ? " has-line" : ""}`;
  if (!block.is_collapsible) return h("section", { class: names }, h("div", { class: "card-top" }, top), body);
  return h("details", { class: names, open: !block.default_collapsed }, h("summary", { class: "card-top" }, top, icon("down")), body);
}
