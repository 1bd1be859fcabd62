// Small helpers of every component: words, elements, the clipboard, the address bar.

import { particles } from "./particles.mjs";

/** The interface words that the page prints for a component. */
export function wordsOf(root) {
  return JSON.parse(root.dataset.words ?? "{}");
}

/** `fill("{n} tools", {n: 3})`: thousands with commas, Korean particles settled. */
export function fill(text = "", values = {}) {
  const shown = (value) => (typeof value === "number" ? value.toLocaleString("en") : value);
  return particles(text.replace(/\{(\w+)\}/g, (whole, name) => shown(values[name]) ?? whole));
}

/** An element with attributes and children; strings become text, never HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

let shown = location.search;
const travels = new EventTarget();

addEventListener("popstate", () => {
  if (location.search === shown) return;
  shown = location.search;
  travels.dispatchEvent(new Event("travel"));
});

/** Act when Back or Forward leads to another query string; another place on the page (`#…`) is no other state. */
export function onTravel(act, signal) {
  travels.addEventListener("travel", () => act(), { signal });
}

/** Show a query string in the address bar; a new history entry only where the reader would want to go back. */
export function show(query, { push = false } = {}) {
  const target = location.pathname + query + location.hash;
  if (target === location.pathname + location.search + location.hash) return;
  history[push ? "pushState" : "replaceState"](null, "", target);
  shown = location.search;
}

/** The whole address of this page with a query string. */
export function permalink(query) {
  return location.origin + location.pathname + query;
}

/** Copy text and say what was copied. */
export async function copy(text, output, label) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", { class: "visually-hidden" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  output.textContent = text.includes("\n") ? label : `${label} ${text}`;
  output.dataset.copied = text;
}

/** Copy a document as Markdown and as HTML at once: an editor takes the first, a wiki the second. */
export async function copyRich(text, html, output, label) {
  try {
    const blob = (type, body) => new Blob([body], { type });
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
    output.textContent = label;
    output.dataset.copied = text;
  } catch {
    await copy(text, output, label);
  }
}

/** Hand a file to the reader. */
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Today as YYYY-MM-DD, by the reader's calendar. */
export function today(now = new Date()) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** Act once the browser has drawn and is idle: what a reader waits for comes first. */
export function afterwards(act) {
  requestAnimationFrame(() => idle(act, { timeout: 200 }));
}

/** `requestIdleCallback`, or the nearest to it that a browser has. */
export const idle = window.requestIdleCallback?.bind(window) ?? ((act) => setTimeout(() => act({ timeRemaining: () => 0 }), 0));
