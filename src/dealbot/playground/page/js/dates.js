// Times as people read them; Slack writes an instant as seconds in a string ("1763280000.000100").

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** The instant of a Slack time. */
export function instant(ts) {
  return new Date(Number(ts) * SECOND);
}

/** "9:05 AM", as the browser's language has it. */
export function timeOf(ts) {
  return instant(ts).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}

/** A day as a key: equal for all instants of one day. */
export function dayKey(ts) {
  return instant(ts).toDateString();
}

/** "Monday, November 16" with the year where it is not this one; today and yesterday by name. */
export function dayName(ts, now = new Date()) {
  const date = instant(ts);
  if (date.toDateString() === now.toDateString()) return "Today";
  if (date.toDateString() === new Date(now.getTime() - DAY).toDateString()) return "Yesterday";
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString([], { weekday: "long", month: "long", day: "numeric", year });
}

/** A full date and time, for a tooltip. */
export function fullTime(ts) {
  return instant(ts).toLocaleString([], { dateStyle: "full", timeStyle: "short" });
}

/** "today at 9:05 AM", "Nov 3 at 2:10 PM". */
export function lastAt(ts, now = new Date()) {
  const day = dayName(ts, now);
  const named = day === "Today" || day === "Yesterday";
  return `${named ? day.toLowerCase() : instant(ts).toLocaleDateString([], { month: "short", day: "numeric" })} at ${timeOf(ts)}`;
}

/** `<!date^…>`: each token in braces replaced by its part of the date. */
export function slackDate(seconds, format, now = new Date()) {
  const date = instant(seconds);
  const day = (options) => date.toLocaleDateString([], options);
  const near = dayName(seconds, now);
  const pretty = (text) => (near === "Today" || near === "Yesterday" ? near.toLowerCase() : text);
  const plain = day({ month: "long", day: "numeric", year: "numeric" });
  const short = day({ month: "short", day: "numeric", year: "numeric" });
  const long = day({ weekday: "long", month: "long", day: "numeric", year: "numeric" });
  const parts = {
    date_num: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    date: plain,
    date_short: short,
    date_long: long,
    date_pretty: pretty(plain),
    date_short_pretty: pretty(short),
    date_long_pretty: pretty(long),
    time: timeOf(seconds),
    time_secs: date.toLocaleTimeString(),
    ago: ago(now - date),
  };
  return format.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(parts, name) ? parts[name] : whole));
}

function ago(span) {
  const minutes = Math.round(span / SECOND / 60);
  const format = new Intl.RelativeTimeFormat([], { numeric: "auto" });
  if (Math.abs(minutes) < 60) return format.format(-minutes, "minute");
  if (Math.abs(minutes) < 60 * 24) return format.format(-Math.round(minutes / 60), "hour");
  return format.format(-Math.round(minutes / 60 / 24), "day");
}

function two(number) {
  return String(number).padStart(2, "0");
}
