// Says to a screen reader what has just come.

const SAID = 300;

/** Announces, once. */
export function announce(text) {
  document.getElementById("announcer").textContent = text.slice(0, SAID);
}
