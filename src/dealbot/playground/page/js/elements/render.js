// Each kind of element by its type, and what a click or a choice does.

import { h } from "../dom.js";
import { button, feedback, iconButton } from "./buttons.js";
import { choices } from "./choices.js";
import { dateInput, fileInput, numberInput, textInput } from "./inputs.js";
import { overflow } from "./overflow.js";
import { select } from "./select.js";

const ELEMENTS = {
  button,
  workflow_button: button,
  overflow,
  feedback_buttons: feedback,
  icon_button: iconButton,
  checkboxes: choices,
  radio_buttons: choices,
  static_select: select,
  external_select: select,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  multi_static_select: select,
  multi_external_select: select,
  multi_users_select: select,
  multi_conversations_select: select,
  multi_channels_select: select,
  datepicker: dateInput,
  timepicker: dateInput,
  datetimepicker: dateInput,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  rich_text_input: textInput,
  number_input: numberInput,
  file_input: fileInput,
};

/** One element of a block. */
export function renderElement(element, ctx) {
  const make = ELEMENTS[element?.type];
  if (!make) return h("span", { class: "unknown" }, `[${element?.type}]`);
  const made = make(element, ctx);
  if (element.action_id !== undefined) made.dataset.actionId = element.action_id;
  return made;
}
