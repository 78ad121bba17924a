// A small panel beside what opened it; on a phone it comes up from the bottom.

import { h } from "../dom.js";

let open = null;

/** Opens `content` at `anchor`; a click elsewhere or Escape closes it. */
export function openPopover(anchor, content, { className = "", onClose = null } = {}) {
  closePopover();
  const panel = h("div", { class: `popover ${className}` }, content);
  const shade = h("div", { class: "shade", on: { click: () => closePopover() } });
  (anchor.closest("dialog") ?? document.body).append(shade, panel);
  anchor.setAttribute("aria-expanded", "true");
  open = { anchor, panel, shade, onClose };
  place(anchor, panel);
  return panel;
}

/** Closes whatever is open, and gives the focus back to what opened it. */
export function closePopover() {
  if (!open) return;
  const { anchor, panel, shade, onClose } = open;
  open = null;
  const held = panel.contains(document.activeElement);
  panel.remove();
  shade.remove();
  anchor.removeAttribute("aria-expanded");
  if (held) anchor.focus({ preventScroll: true });
  onClose?.();
}

/** Puts the panel where it fits, again after its content has changed its size. */
export function replacePopover() {
  if (open) place(open.anchor, open.panel);
}

/** Whether anything is open. */
export function popoverIsOpen() {
  return open !== null;
}

function place(anchor, panel) {
  const box = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = box.bottom + 4 + height <= innerHeight - 8;
  const above = box.top - 4 - height >= 8;
  const top = below || !above ? Math.min(box.bottom + 4, innerHeight - height - 8) : box.top - 4 - height;
  const left = Math.min(Math.max(8, box.left), innerWidth - width - 8);
  panel.style.setProperty("--left", `${Math.max(8, left)}px`);
  panel.style.setProperty("--top", `${Math.max(8, top)}px`);
}

addEventListener("resize", () => closePopover());

// Before anything else hears of the key: the dialog or thread around an open panel stays.
addEventListener(
  "keydown",
  (event) => {
    if (open === null || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    closePopover();
  },
  true,
);
