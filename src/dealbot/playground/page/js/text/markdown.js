// The markdown of the markdown block (CommonMark's usual part and tables) as nodes.

import { h } from "../dom.js";
import { emojiNode, link } from "./mrkdwn.js";
import { isEmoji } from "../emoji.js";

const RULES = [
  [/\\([\\`*_{}[\]()#+\-.!|~<>])/y, (found) => found[1]],
  [/`([^`\n]+)`/y, (found) => h("code", {}, found[1])],
  [/!\[([^\]\n]*)\]\(([^()\s]+)\)/y, (found) => h("span", { class: "image-alt" }, found[1] || "image")],
  [/\[([^\]\n]+)\]\(([^()\s]+)\)/y, (found) => link(found[2], spans(found[1]))],
  [/<(https?:\/\/[^<>\s]+)>/y, (found) => link(found[1], found[1])],
  [/\*\*(?=\S)([^\n]+?)\*\*/y, (found) => h("strong", {}, spans(found[1]))],
  [/__(?=\S)([^\n]+?)__/y, (found) => h("strong", {}, spans(found[1]))],
  [/~~(?=\S)([^\n]+?)~~/y, (found) => h("s", {}, spans(found[1]))],
  [/\*(?=[^\s*])([^*\n]*[^\s*])\*/y, (found) => h("em", {}, spans(found[1]))],
  [/(?<![\p{L}\p{N}])_(?=[^\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}])/uy, (found) => h("em", {}, spans(found[1]))],
  [/:([a-z0-9_+-]+):/y, (found) => (isEmoji(found[1]) ? emojiNode(found[1]) : found[0])],
  [/https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~]/y, (found) => link(found[0], found[0])],
  [/ {2,}\n|\n/y, () => h("br")],
];

const ITEM = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** A whole markdown text. */
export function markdown(text) {
  const lines = String(text ?? "").replace(/\r/g, "").split("\n");
  return h("div", { class: "text markdown" }, blocks(lines));
}

function blocks(lines) {
  const nodes = [];
  let place = 0;
  while (place < lines.length) {
    const [node, used] = block(lines, place);
    if (node) nodes.push(node);
    place += used;
  }
  return nodes;
}

function block(lines, place) {
  const line = lines[place];
  if (line.trim() === "") return [null, 1];
  if (line.startsWith("```")) return fence(lines, place);
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading) return [h(`h${Math.min(heading[1].length + 2, 6)}`, { class: `level-${heading[1].length}` }, spans(heading[2])), 1];
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return [h("hr"), 1];
  if (/^>/.test(line)) return quote(lines, place);
  if (ITEM.test(line)) return list(lines, place);
  if (line.includes("|") && /^\s*\|?[\s:|-]*-[\s:|-]*$/.test(lines[place + 1] ?? "")) return table(lines, place);
  return paragraph(lines, place);
}

function run(lines, place, holds) {
  let end = place;
  while (end < lines.length && holds(lines[end], end)) end += 1;
  return lines.slice(place, end);
}

function fence(lines, place) {
  const inside = run(lines, place + 1, (line) => !line.startsWith("```"));
  return [h("pre", {}, inside.join("\n")), inside.length + 2];
}

function quote(lines, place) {
  const quoted = run(lines, place, (line) => line.startsWith(">"));
  return [h("blockquote", {}, blocks(quoted.map((line) => line.replace(/^> ?/, "")))), quoted.length];
}

function paragraph(lines, place) {
  const said = run(lines, place, (line, at) => line.trim() !== "" && (at === place || !/^(#{1,6}\s|>|```)/.test(line)) && (at === place || !ITEM.test(line)));
  return [h("p", {}, spans(said.join("\n"))), said.length];
}

function list(lines, place) {
  const items = run(lines, place, (line) => ITEM.test(line) || /^\s{2,}\S/.test(line));
  const [, margin, number] = ITEM.exec(lines[place]);
  const entries = [];
  for (const line of items) {
    const item = ITEM.exec(line);
    if (item && item[1].length <= margin.length) entries.push({ text: item[3], inner: [] });
    else entries.at(-1).inner.push(line);
  }
  const made = entries.map((entry) => h("li", { class: /^\[[ xX]\] /.test(entry.text) ? "task-item" : null }, listItem(entry.text), entry.inner.length > 0 && blocks(entry.inner)));
  return [h(number ? "ol" : "ul", { start: number && number !== "1" ? number : null }, made), items.length];
}

function listItem(text) {
  const task = /^\[([ xX])\]\s+(.*)$/.exec(text);
  if (!task) return spans(text);
  const done = task[1] !== " ";
  return [h("input", { type: "checkbox", disabled: true, checked: done, aria: { label: done ? "done" : "not done" } }), " ", spans(task[2])];
}

function table(lines, place) {
  const rows = run(lines, place, (line) => line.includes("|"));
  const aligns = cells(rows[1]).map((cell) => (/^:-+:$/.test(cell) ? "center" : /-:$/.test(cell) ? "right" : "left"));
  const row = (tag) => (line) => h("tr", {}, cells(line).map((cell, index) => h(tag, { class: `align-${aligns[index] ?? "left"}` }, spans(cell))));
  return [
    h("div", { class: "table-scroll" }, h("table", { class: "grid" }, h("thead", {}, row("th")(rows[0])), h("tbody", {}, rows.slice(2).map(row("td"))))),
    rows.length,
  ];
}

function cells(line) {
  return line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, "|"));
}

function spans(text) {
  const nodes = [];
  let pending = "";
  let place = 0;
  while (place < text.length) {
    const [node, length] = matched(text, place);
    if (node === null) {
      pending += text[place];
    } else {
      nodes.push(pending, node);
      pending = "";
    }
    place += length;
  }
  nodes.push(pending);
  return nodes.filter((node) => node !== "");
}

function matched(text, place) {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = place;
    const found = pattern.exec(text);
    if (found) return [make(found), found[0].length];
  }
  return [null, 1];
}
