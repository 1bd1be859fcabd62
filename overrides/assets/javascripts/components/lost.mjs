// The page for addresses that lead nowhere: in the reader's language, with the nearest address that does.
import { nearest } from "../lib/nearest.mjs";

export async function start(root) {
  const sections = [...root.querySelectorAll("section")];
  const english = sections.find((each) => each.lang === "en");
  const mine = location.pathname.startsWith(english.dataset.root) ? english : sections[0];
  for (const each of sections) each.hidden = each !== mine;
  document.documentElement.lang = mine.lang;
  document.title = mine.querySelector("h1").textContent;
  const base = mine.dataset.root;
  const answer = await fetch(`${base}sitemap.xml`);
  if (!answer.ok) return;
  const places = [...new DOMParser().parseFromString(await answer.text(), "text/xml").querySelectorAll("loc")];
  const known = places.map((each) => new URL(each.textContent).pathname).filter((path) => path.startsWith(base));
  const found = nearest(location.pathname.slice(base.length), known.map((path) => path.slice(base.length)));
  if (found === null) return;
  const page = await fetch(base + found);
  const text = page.ok ? await page.text() : "";
  const name = new DOMParser().parseFromString(text, "text/html").querySelector("h1")?.firstChild?.textContent.trim();
  const line = mine.querySelector(".lost__nearest");
  line.querySelector("a").href = base + found;
  line.querySelector("a").textContent = name || `${base}${found}`;
  line.hidden = false;
}
