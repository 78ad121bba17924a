// The small square that stands for a person or an app.

import { h, s } from "../dom.js";
import { person } from "../state.js";
import { SLACKBOT } from "../work.js";

/** The avatar of a user; apps have a sign in place of initials. */
export function avatar(userId, className = "") {
  const who = person(userId);
  const names = `avatar ${className}`;
  if (userId === SLACKBOT) return h("span", { class: `${names} avatar-system`, aria: { hidden: "true" } }, "S");
  if (who.bot) return h("span", { class: `${names} avatar-app`, aria: { hidden: "true" } }, botSign());
  return h("span", { class: names, aria: { hidden: "true" }, style: { "--own": hex(who.color) } }, who.initials);
}

function botSign() {
  return s(
    "svg",
    { viewBox: "0 0 32 32" },
    s("path", { d: "M8 12.5A4.5 4.5 0 0 1 12.5 8h7a4.5 4.5 0 0 1 4.5 4.5v4a4.5 4.5 0 0 1-4.5 4.5H15l-5 4v-4.3a4.5 4.5 0 0 1-2-3.7z", fill: "currentColor" }),
    s("path", { class: "avatar-tick", d: "m12 14.6 2.8 2.8 5.4-5.6" }),
  );
}

function hex(color) {
  const bare = String(color ?? "").replace(/^#/, "");
  return /^[0-9a-f]{6}$/i.test(bare) ? `#${bare}` : "#64748b";
}
