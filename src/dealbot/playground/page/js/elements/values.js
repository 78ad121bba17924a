// What a person has chosen and typed in one message or view, kept while its blocks are drawn anew.

const INITIAL = {
  plain_text_input: "initial_value",
  email_text_input: "initial_value",
  url_text_input: "initial_value",
  number_input: "initial_value",
  rich_text_input: "initial_value",
  datepicker: "initial_date",
  timepicker: "initial_time",
  datetimepicker: "initial_date_time",
  static_select: "initial_option",
  external_select: "initial_option",
  radio_buttons: "initial_option",
  users_select: "initial_user",
  conversations_select: "initial_conversation",
  channels_select: "initial_channel",
  checkboxes: "initial_options",
  multi_static_select: "initial_options",
  multi_external_select: "initial_options",
  multi_users_select: "initial_users",
  multi_conversations_select: "initial_conversations",
  multi_channels_select: "initial_channels",
};

/** Whether an element holds a value that a submission carries. */
export function holdsValue(element) {
  return Object.hasOwn(INITIAL, element?.type);
}

/** Whether an element holds a list of values. */
export function holdsMany(element) {
  return element.type === "checkboxes" || element.type.startsWith("multi_");
}

/** Whether nothing was chosen or typed. */
export function isEmpty(value) {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

export class Values {
  #kept = new Map();
  #sticky;

  /** `sticky`: a modal keeps what was typed even if its next version brings other initial values. */
  constructor(sticky) {
    this.#sticky = sticky;
  }

  get(blockId, element) {
    const kept = this.#kept.get(JSON.stringify([blockId, element.action_id]));
    if (kept && (this.#sticky || kept.element === JSON.stringify(element))) return kept.value;
    const initial = element[INITIAL[element.type]];
    return initial ?? (holdsMany(element) ? [] : null);
  }

  set(blockId, element, value) {
    this.#kept.set(JSON.stringify([blockId, element.action_id]), { element: JSON.stringify(element), value });
  }
}

/** All values of a view, by block and action, as a submission carries them. */
export function collected(blocks, values) {
  const found = {};
  for (const { block, element } of holders(blocks)) {
    const value = values.get(block.block_id, element);
    (found[block.block_id] ??= {})[element.action_id] = value === "" ? null : value;
  }
  return found;
}

/** The sentences of Slack for what is missing or too long, by block. */
export function problems(blocks, values) {
  const found = {};
  for (const block of blocks.filter((each) => each.type === "input")) {
    const problem = problemOf(block, values.get(block.block_id, block.element));
    if (problem) found[block.block_id] = problem;
  }
  return found;
}

function problemOf({ element, optional }, value) {
  if (isEmpty(value)) return optional ? null : "Please complete this required field.";
  if (typeof value !== "string") return null;
  if (value.length < (element.min_length ?? 0)) return `Please enter at least ${element.min_length} characters.`;
  if (value.length > (element.max_length ?? Infinity)) return `Please enter at most ${element.max_length} characters.`;
  if (element.type === "email_text_input" && !/^\S+@\S+\.\S+$/.test(value)) return "Please enter a valid email address.";
  if (element.type === "url_text_input" && !/^https?:\/\/\S+$/.test(value)) return "Please enter a valid URL.";
  return element.type === "number_input" ? numberProblem(element, value) : null;
}

function numberProblem(element, value) {
  const number = Number(value);
  if (Number.isNaN(number)) return "Please enter a number.";
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return "Please enter a whole number.";
  if (number < Number(element.min_value ?? -Infinity)) return `Please enter ${element.min_value} or more.`;
  if (number > Number(element.max_value ?? Infinity)) return `Please enter ${element.max_value} or less.`;
  return null;
}

function holders(blocks) {
  return blocks.flatMap((block) => {
    const elements = [block.element, block.accessory, ...(block.type === "actions" ? block.elements : [])];
    return elements.filter(holdsValue).map((element) => ({ block, element }));
  });
}
