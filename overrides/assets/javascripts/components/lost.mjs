// An address without a page: says so in its own language, and offers the page that it most likely meant.
import { pathIn } from "../lib/address.mjs";

export async function start(root) {
  const base = new URL(root.dataset.root, location.href).pathname;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname;
  const language = path.split("/")[0] === "en" ? "en" : "ko";
  for (const section of root.querySelectorAll("section")) section.hidden = section.lang !== language;
  document.documentElement.lang = language;
  const meant = pathIn(path);
  const search = root.querySelector(`[lang=${language}] [data-search]`);
  search.href += encodeURIComponent(meant.split("/").filter(Boolean).at(-1) ?? "");
  if (!meant || meant === path) return;
  const answer = await fetch(base + meant, { method: "HEAD" }).catch(() => null);
  if (!answer?.ok) return;
  const link = root.querySelector(`[lang=${language}] [data-guess] a`);
  link.href = base + meant + location.search + location.hash;
  link.textContent = base + meant;
  link.parentElement.hidden = false;
}
