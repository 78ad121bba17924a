// rich_text: sections, lists, quotes and preformatted text.

import { h } from "../dom.js";
import { slackDate } from "../dates.js";
import { broadcast, channelMention, emojiNode, link, mention, plain } from "../text/mrkdwn.js";

const PIECES = {
  text: (piece) => plain(piece.text),
  link: (piece) => link(piece.url, piece.text || piece.url),
  user: (piece) => mention(piece.user_id),
  channel: (piece) => channelMention(piece.channel_id),
  usergroup: () => h("span", { class: "mention" }, "@group"),
  broadcast: (piece) => broadcast(piece.range),
  emoji: (piece) => emojiNode(piece.name),
  date: (piece) => h("time", {}, slackDate(piece.timestamp, piece.format ?? "{date}")),
  color: (piece) => h("code", {}, piece.value),
};

const PARTS = {
  rich_text_section: (part) => h("div", { class: "rich-section" }, pieces(part)),
  rich_text_quote: (part) => h("blockquote", {}, pieces(part)),
  rich_text_preformatted: (part) => h("pre", {}, pieces(part)),
  rich_text_list: (part) =>
    h(
      part.style === "ordered" ? "ol" : "ul",
      { class: `indent-${Math.min(part.indent ?? 0, 4)}`, start: part.offset ? part.offset + 1 : null },
      part.elements.map((item) => h("li", {}, pieces(item))),
    ),
};

/** The block. */
export function richText(block) {
  return h("div", { class: "text rich-text" }, (block.elements ?? []).map((part) => PARTS[part.type]?.(part) ?? unknown(part)));
}

function pieces(part) {
  return (part.elements ?? []).map((piece) => styled(piece.style, PIECES[piece.type]?.(piece) ?? unknown(piece)));
}

function styled(style, node) {
  let styledNode = node;
  for (const [name, tag] of [["code", "code"], ["bold", "strong"], ["italic", "em"], ["strike", "s"], ["underline", "u"]]) {
    if (style?.[name]) styledNode = h(tag, {}, styledNode);
  }
  return styledNode;
}

function unknown(part) {
  return h("span", { class: "unknown" }, `[${part.type}]`);
}
