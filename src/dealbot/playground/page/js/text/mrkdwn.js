// Slack's mrkdwn as nodes: the text comes escaped (&amp; &lt; &gt;), and only what stands in <…> means more than it says.

import { h, safeUrl } from "../dom.js";
import { slackDate } from "../dates.js";
import { emoji, isEmoji } from "../emoji.js";
import { channelName, personName, state } from "../state.js";

const RULES = [
  { pattern: /<([^<>\n]+)>/y, make: (found) => angle(found[1]) },
  { pattern: /`([^`\n]+)`/y, make: (found) => h("code", {}, unescaped(found[1])) },
  { pattern: /\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/uy, make: (found) => h("strong", {}, inline(found[1])), apart: true },
  { pattern: /_(?=\S)([^_\n]*?\S)_(?![\p{L}\p{N}_])/uy, make: (found) => h("em", {}, inline(found[1])), apart: true },
  { pattern: /~(?=\S)([^~\n]*?\S)~(?![\p{L}\p{N}~])/uy, make: (found) => h("s", {}, inline(found[1])), apart: true },
  { pattern: /:([a-z0-9_+-]+):/y, make: (found) => (isEmoji(found[1]) ? emojiNode(found[1]) : found[0]) },
  { pattern: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~]/y, make: (found) => link(unescaped(found[0]), unescaped(found[0])), apart: true },
  { pattern: /\n/y, make: () => h("br") },
];

/** A text with its paragraphs, quotes, lists and blocks of code. */
export function mrkdwn(text) {
  const parts = String(text ?? "").split(/```/);
  return h(
    "div",
    { class: "text" },
    parts.map((part, index) =>
      index % 2 === 1 && (index < parts.length - 1 || parts.length % 2 === 1)
        ? h("pre", {}, unescaped(part.replace(/^\n|\n$/g, "")))
        : paragraphs(part),
    ),
  );
}

/** What an object `{"type": "mrkdwn"|"plain_text", "text"}` shows; a bare string counts as plain. */
export function textObject(object) {
  if (object === null || object === undefined) return null;
  if (typeof object === "string") return h("div", { class: "text" }, plain(object));
  if (object.type === "mrkdwn") return mrkdwn(object.text);
  return h("div", { class: "text" }, plain(object.text));
}

/** The words of a text object, for labels. */
export function words(object) {
  if (object === null || object === undefined) return "";
  return typeof object === "string" ? object : String(object.text ?? "");
}

/** Plain text: emoji and line ends, nothing else. */
export function plain(text) {
  return String(text ?? "")
    .split(/(:[a-z0-9_+-]+:|\n)/)
    .map((part) => {
      if (part === "\n") return h("br");
      const name = part.slice(1, -1);
      return part.startsWith(":") && isEmoji(name) ? emojiNode(name) : part;
    });
}

/** Escaped text as it was typed. */
export function unescaped(text) {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

/** Typed text as Slack sends it. */
export function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** A link, or its words alone where it would lead somewhere no link may. */
export function link(url, label) {
  const safe = safeUrl(url);
  if (safe === null || !/^[a-z]+:/i.test(url)) return h("span", {}, label);
  return h("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, label);
}

/** A person by id. */
export function mention(id) {
  const own = id === state.me ? " mention-me" : "";
  return h("span", { class: `mention${own}`, data: { mention: id } }, `@${personName(id)}`);
}

/** A channel by id; a click goes there. */
export function channelMention(id, label) {
  return h("button", { class: "mention", type: "button", data: { goto: id } }, `#${label || channelName(id)}`);
}

/** A call to all. */
export function broadcast(range) {
  return h("span", { class: "mention mention-me" }, `@${range}`);
}

/** A sign with its name for those who do not see it. */
export function emojiNode(name) {
  return h("span", { class: "emoji", title: `:${name}:` }, emoji(name));
}

function paragraphs(text) {
  const nodes = [];
  for (const group of grouped(text.split("\n"))) {
    if (group.kind === "quote") nodes.push(h("blockquote", {}, inline(group.lines.join("\n"))));
    else if (group.kind === "list") nodes.push(h("ul", {}, group.lines.map((line) => h("li", {}, inline(line)))));
    else nodes.push(...inline(group.lines.join("\n")));
  }
  return nodes;
}

function grouped(lines) {
  const groups = [];
  for (const line of lines) {
    const [kind, rest] = lineKind(line);
    if (groups.at(-1)?.kind === kind) groups.at(-1).lines.push(rest);
    else groups.push({ kind, lines: [rest] });
  }
  return groups;
}

function lineKind(line) {
  const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
  if (quote) return ["quote", quote[1]];
  const item = /^\s*(?:•|-) +(.*)$/.exec(line);
  return item ? ["list", item[1]] : ["plain", line];
}

function inline(text) {
  const nodes = [];
  let pending = "";
  let place = 0;
  while (place < text.length) {
    const [node, length] = matched(text, place);
    if (node === null) {
      pending += text[place];
      place += 1;
      continue;
    }
    nodes.push(unescaped(pending), node);
    pending = "";
    place += length;
  }
  nodes.push(unescaped(pending));
  return nodes.filter((node) => node !== "");
}

function matched(text, place) {
  const inWord = place > 0 && /[\p{L}\p{N}]/u.test(text[place - 1]);
  for (const rule of RULES) {
    if (rule.apart && inWord) continue;
    rule.pattern.lastIndex = place;
    const found = rule.pattern.exec(text);
    if (found) return [rule.make(found), found[0].length];
  }
  return [null, 0];
}

function angle(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : unescaped(inside.slice(bar + 1));
  if (target.startsWith("@")) return mention(target.slice(1));
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  if (target.startsWith("!date^")) return dateNode(target, label);
  if (target.startsWith("!subteam^")) return h("span", { class: "mention" }, label || "@group");
  if (target.startsWith("!")) return broadcast(target.slice(1));
  return link(unescaped(target), label || unescaped(target).replace(/^(mailto|tel):/, ""));
}

function dateNode(target, fallback) {
  const [, seconds, format, address] = target.split("^");
  const shown = /^\d+$/.test(seconds) && format ? slackDate(seconds, unescaped(format)) : fallback;
  return address ? link(unescaped(address), shown) : h("time", { title: fallback }, shown);
}
