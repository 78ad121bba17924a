// Emoji by the names Slack gives them.

const EMOJI = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", eyes: "👀", white_check_mark: "✅", heavy_check_mark: "✔️",
  ballot_box_with_check: "☑️", x: "❌", warning: "⚠️", rotating_light: "🚨", no_entry: "⛔", question: "❓", grey_question: "❔",
  exclamation: "❗", bulb: "💡", memo: "📝", pencil: "📝", pencil2: "✏️", clipboard: "📋", page_facing_up: "📄", books: "📚",
  book: "📖", bookmark: "🔖", calendar: "📆", date: "📅", spiral_calendar_pad: "🗓️", clock: "🕐", clock1: "🕐",
  hourglass: "⌛", hourglass_flowing_sand: "⏳", alarm_clock: "⏰", bell: "🔔", mega: "📣", loudspeaker: "📢",
  speech_balloon: "💬", email: "📧", envelope: "✉️", telephone_receiver: "📞", phone: "☎️", link: "🔗", lock: "🔒",
  unlock: "🔓", key: "🔑", mag: "🔍", chart_with_upwards_trend: "📈", chart_with_downwards_trend: "📉", bar_chart: "📊",
  moneybag: "💰", dollar: "💵", handshake: "🤝", hospital: "🏥", stethoscope: "🩺", pill: "💊", syringe: "💉",
  dart: "🎯", rocket: "🚀", tada: "🎉", star: "⭐", fire: "🔥", heart: "❤️", pray: "🙏", raised_hands: "🙌", clap: "👏",
  wave: "👋", point_right: "👉", muscle: "💪", "100": "💯", smile: "😄", smiley: "😃", grinning: "😀", slightly_smiling_face: "🙂",
  joy: "😂", wink: "😉", thinking_face: "🤔", neutral_face: "😐", worried: "😟", cry: "😢", sob: "😭", sweat_smile: "😅",
  sunglasses: "😎", robot_face: "🤖", wastebasket: "🗑️", arrow_up: "⬆️", arrow_down: "⬇️", arrow_right: "➡️",
  arrow_left: "⬅️", arrow_upper_right: "↗️", arrow_lower_right: "↘️", large_green_circle: "🟢", green_circle: "🟢",
  large_yellow_circle: "🟡", yellow_circle: "🟡", large_orange_circle: "🟠", red_circle: "🔴", large_blue_circle: "🔵",
  white_circle: "⚪", black_circle: "⚫", small_blue_diamond: "🔹", heavy_plus_sign: "➕", heavy_minus_sign: "➖",
  one: "1️⃣", two: "2️⃣", three: "3️⃣", busts_in_silhouette: "👥", bust_in_silhouette: "👤", paperclip: "📎", repeat: "🔁",
};

/** What the small picker offers. */
export const REACTIONS = ["+1", "eyes", "white_check_mark", "memo", "tada", "raised_hands", "thinking_face", "heart"];

/** The sign, or the name between colons where the page knows none. */
export function emoji(name) {
  const bare = name.replace(/::skin-tone-\d$/, "");
  return Object.hasOwn(EMOJI, bare) ? EMOJI[bare] : `:${name}:`;
}

/** Whether the page knows a sign of this name. */
export function isEmoji(name) {
  return Object.hasOwn(EMOJI, name);
}
