// What the window is like.

/** Whether one pane fills the screen; there, a focused composer would bring up the keyboard unasked. */
export function isPhone() {
  return matchMedia("(max-width: 760px)").matches;
}
