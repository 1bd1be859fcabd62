// Small helpers of every component: words, elements, the clipboard, the address bar.

export { fill } from "./particles.mjs";

/** The interface words that the page prints for a component. */
export function wordsOf(root) {
  return JSON.parse(root.dataset.words ?? "{}");
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
  dispatchEvent(new Event("address:change"));
}

/** The whole address of this page with a query string; in a frame, of the page that it is a part of. */
export function permalink(query) {
  const { origin, pathname } = document.querySelector(".embed__title a") ?? location;
  return origin + pathname + query;
}

/** Copy text, with HTML beside it where that is given, and say what was copied: its first line, and how many follow. */
export async function copy(text, output, label, html = "") {
  try {
    await (html ? navigator.clipboard.write([item(text, html)]) : navigator.clipboard.writeText(text));
  } catch {
    copyBySelection(text, html);
  }
  const [first, ...more] = text.trim().split("\n");
  output.textContent = `${label} ${first.replace(/^#+ /, "")}${more.length ? ` … (+${more.length})` : ""}`;
  output.dataset.copied = text;
}

const item = (text, html) => new ClipboardItem({ "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) });

/** The old way, for browsers and frames that give no clipboard. */
function copyBySelection(text, html) {
  const field = make("textarea", { class: "visually-hidden" });
  field.value = text;
  document.body.append(field);
  field.select();
  const both = (event) => {
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
    event.preventDefault();
  };
  document.addEventListener("copy", both, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", both);
  field.remove();
}

/** Hand a file to the reader, and say which where there is a place for it. */
export function save(name, type, text, output = null, label = "") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  if (output) output.textContent = `${label} ${name}`;
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

/** The first day that an element's text names: of a source's dates the one on which it was opened. */
export const dayIn = (element) => element?.textContent.match(/\d{4}-\d\d-\d\d/)?.[0] ?? "";
