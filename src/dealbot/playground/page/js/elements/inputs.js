// What is typed: texts, numbers, dates and times.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { words } from "../text/mrkdwn.js";
import { choose } from "./acting.js";

const TYPES = { email_text_input: "email", url_text_input: "url" };
const DATE_TYPES = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };
const MINUTE = 60 * 1000;

/** A line or several; a rich text input is typed as plain text. */
export function textInput(element, ctx) {
  const several = element.multiline || element.type === "rich_text_input";
  const rich = element.type === "rich_text_input";
  const value = ctx.values.get(ctx.blockId, element);
  const control = h(several ? "textarea" : "input", {
    class: "field",
    id: ctx.controlId,
    type: several ? null : (TYPES[element.type] ?? "text"),
    rows: several ? 4 : null,
    maxlength: element.max_length,
    autocomplete: "off",
    placeholder: words(element.placeholder),
    value: (rich ? richWords(value) : value) ?? "",
    aria: described(ctx),
    data: { autofocus: element.focus_on_load ? "" : null },
  });
  const read = () => (rich ? richValue(control.value) : control.value);
  control.addEventListener("input", () => {
    ctx.values.set(ctx.blockId, element, read());
    if (ctx.dispatches && triggers(element).includes("on_character_entered")) choose(control, element, ctx, read());
  });
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || several) return;
    event.preventDefault();
    if (ctx.dispatches && triggers(element).includes("on_enter_pressed")) choose(control, element, ctx, read());
    else ctx.submit?.();
  });
  return control;
}

/** A number, kept as it is typed. */
export function numberInput(element, ctx) {
  const control = h("input", {
    class: "field",
    id: ctx.controlId,
    type: "text",
    inputmode: element.is_decimal_allowed ? "decimal" : "numeric",
    autocomplete: "off",
    placeholder: words(element.placeholder),
    value: ctx.values.get(ctx.blockId, element) ?? "",
    aria: described(ctx),
    on: { input: () => ctx.values.set(ctx.blockId, element, control.value) },
  });
  return control;
}

/** A date, a time, or both: the browser's own picker knows the keyboard and the phone. */
export function dateInput(element, ctx) {
  const both = element.type === "datetimepicker";
  const value = ctx.values.get(ctx.blockId, element);
  const control = h("input", {
    class: "field date-field",
    id: ctx.controlId,
    type: DATE_TYPES[element.type],
    value: (both ? localTime(value) : value) ?? "",
    aria: { ...described(ctx), label: ctx.controlId ? null : words(element.placeholder) || "Pick a date" },
    on: { change: () => choose(control, element, ctx, both ? seconds(control.value) : control.value || null) },
  });
  return control;
}

/** Files stay where they are: this Slack takes none. */
export function fileInput(element, ctx) {
  return h("button", { type: "button", class: "button", id: ctx.controlId, disabled: true }, icon("plus", 16), "Files cannot be added here");
}

function described(ctx) {
  return { describedby: ctx.describedBy, invalid: ctx.invalid ? "true" : null, label: ctx.controlId ? null : ctx.label };
}

function triggers(element) {
  return element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
}

function richValue(text) {
  if (text === "") return null;
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

function richWords(value) {
  if (!value) return "";
  return value.elements.map((part) => part.elements.map((piece) => piece.text ?? "").join("")).join("\n");
}

function localTime(at) {
  if (!at) return null;
  const date = new Date(at * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

function seconds(local) {
  return local ? Math.round(new Date(local).getTime() / 1000) : null;
}
