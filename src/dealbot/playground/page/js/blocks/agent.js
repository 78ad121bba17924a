// Blocks that came with agents: alerts, plans with their tasks, feedback.

import { h } from "../dom.js";
import { renderElement } from "../elements/render.js";
import { icon } from "../icons.js";
import { link, plain, textObject, words } from "../text/mrkdwn.js";
import { richText } from "./rich_text.js";

const LEVELS = { default: "info", info: "info", warning: "warning", error: "error", success: "check" };
const STATUSES = {
  pending: { label: "pending", icon: "circle" },
  in_progress: { label: "in progress", icon: "circle" },
  complete: { label: "complete", icon: "check" },
  error: { label: "failed", icon: "error" },
};

/** A sentence that must not be missed. */
export function alertBlock(block) {
  const level = Object.hasOwn(LEVELS, block.level) ? block.level : "default";
  return h("div", { class: `alert alert-${level}`, role: level === "error" ? "alert" : "note" }, icon(LEVELS[level]), textObject(block.text));
}

/** Tasks under one title. */
export function plan(block) {
  const title = words(block.title);
  return h("section", { class: "plan" }, title && h("div", { class: "plan-title" }, plain(title)), h("ol", {}, (block.tasks ?? []).map((task) => h("li", {}, taskCard(task)))));
}

/** One task, how far it is, and what came of it. */
export function taskCard(block) {
  const status = STATUSES[block.status] ?? STATUSES.pending;
  const top = [
    h("span", { class: `task-status task-${block.status}` }, icon(status.icon, 16)),
    h("span", { class: "task-title" }, plain(words(block.title))),
    h("span", { class: "visually-hidden" }, ` (${status.label})`),
  ];
  const more = [block.details && told(block.details), block.output && told(block.output), block.sources?.length > 0 && sources(block.sources)].filter(Boolean);
  if (more.length === 0) return h("div", { class: "task" }, h("div", { class: "task-top" }, top));
  return h("details", { class: "task" }, h("summary", { class: "task-top" }, top, icon("down", 16)), h("div", { class: "task-more" }, more));
}

function told(text) {
  return typeof text === "string" ? textObject(text) : richText(text);
}

function sources(list) {
  return h("div", { class: "task-sources" }, list.map((source) => link(source.url, source.text || source.url)));
}

/** Thumbs and small icons below an answer. */
export function contextActions(block, ctx) {
  return h("div", { class: "context-actions" }, block.elements.map((element) => renderElement(element, ctx)));
}
