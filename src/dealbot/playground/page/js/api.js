// What the page asks of the local Slack, always as somebody.

import { state } from "./state.js";

/** A request that was refused, with the sentence to show. */
export class Refused extends Error {}

async function ask(method, path, query, body) {
  const url = new URL(`/page/${path}`, location.origin);
  for (const [key, value] of Object.entries(query)) if (value !== null && value !== undefined) url.searchParams.set(key, value);
  let answer;
  try {
    answer = await fetch(url, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused("The workspace cannot be reached just now.");
  }
  const found = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(found?.error ?? "The workspace could not do that.");
  return found;
}

/** Reads. */
export function get(path, query = {}) {
  return ask("GET", path, { user: state.me, ...query });
}

/** Does something as the current user. */
export function post(path, body = {}) {
  return ask("POST", path, { user: state.me }, body);
}

/** Where a shared picture is, for the current user. */
export function pictureAddress(id) {
  return `/page/files/${encodeURIComponent(id)}?user=${encodeURIComponent(state.me)}`;
}
