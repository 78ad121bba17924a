// Builds the page out of elements and text nodes: no text ever becomes markup.

const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:"]);
const SVG = "http://www.w3.org/2000/svg";

/** The address if a link may lead there, else null: `javascript:` and its kin may not. */
export function safeUrl(url) {
  try {
    const parsed = new URL(String(url), location.href);
    return SAFE_PROTOCOLS.has(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** Whether the page may show this image: it asks no other machine for anything. */
export function isOwnImage(url) {
  if (/^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(url)) return true;
  const safe = safeUrl(url);
  return safe !== null && new URL(safe).origin === location.origin;
}

/** An element: `on` holds listeners, `data` and `aria` their attributes, `style` custom properties. */
export function h(tag, props = {}, ...children) {
  return dress(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), props, children);
}

function dress(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") listen(element, value);
    else if (name === "data") prefixed(element, "data-", value);
    else if (name === "aria") prefixed(element, "aria-", value);
    else if (name === "style") for (const [key, item] of Object.entries(value)) element.style.setProperty(key, item);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function listen(element, listeners) {
  for (const [type, listener] of Object.entries(listeners)) element.addEventListener(type, listener);
}

function prefixed(element, prefix, values) {
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) element.setAttribute(prefix + key, String(value));
  }
}

/** Adds children: nodes, texts, lists of them; what is empty is left out. */
export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Makes the children of `parent` those of `items`, touching only what differs, so that focus and typing survive. */
export function reconcile(parent, items, { key, signature, make }) {
  const old = new Map([...parent.children].map((child) => [child.reconcileKey, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const id = key(item);
    const sign = signature(item);
    const before = old.get(id);
    old.delete(id);
    if (before && before.reconcileSignature === sign) {
      if (before === place) place = place.nextElementSibling;
      else parent.insertBefore(before, place);
      continue;
    }
    const made = make(item, before ?? null);
    made.reconcileKey = id;
    made.reconcileSignature = sign;
    if (before) {
      if (before === place) place = place.nextElementSibling;
      before.replaceWith(made);
    }
    if (!before || made.nextElementSibling !== place) parent.insertBefore(made, place);
  }
  for (const child of old.values()) child.remove();
}

/** Puts the focus back on the control of the same name after its part of the page was made anew. */
export function keepingFocus(root, change) {
  const active = document.activeElement;
  const id = root.contains(active) ? focusName(active) : null;
  const selection = id && typeof active.selectionStart === "number" ? [active.selectionStart, active.selectionEnd] : null;
  change();
  if (!id || root.contains(document.activeElement)) return;
  const again = [...root.querySelectorAll("button, input, textarea, select, a[href]")].find((node) => focusName(node) === id);
  again?.focus({ preventScroll: true });
  if (again && selection) again.setSelectionRange(...selection);
}

function focusName(node) {
  const block = node.closest("[data-block-id]")?.dataset.blockId;
  const action = node.closest("[data-action-id]")?.dataset.actionId;
  const option = node.type === "checkbox" || node.type === "radio" ? node.value : null;
  return action === undefined ? null : JSON.stringify([block, action, node.tagName, option]);
}

let lastId = 0;

/** An id that nothing else on the page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
