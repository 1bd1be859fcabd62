// An address without a page: says so in its own language, and offers the page that it most likely meant.
import { start as search } from "./search.mjs";
import { pathIn } from "../shared/address.mjs";
import { distance, leeway } from "../shared/spelling.mjs";

const AROUND = ["#__config", ".md-header", ".md-tabs", ".md-footer"]; // what stands around the words of a page

export async function start(root, signal) {
  const base = new URL(root.dataset.root, location.href).pathname;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname;
  const language = path.split("/")[0] === "en" ? "en" : "ko";
  const around = language === "en" ? pageAt(`${base}en/404.html`) : null;
  const sections = [...root.querySelectorAll("section")];
  for (const section of sections) section.hidden = section.lang !== language;
  const mine = sections.find((section) => !section.hidden);
  document.documentElement.lang = language;
  document.title = mine.querySelector("h1").textContent;
  const meant = pathIn(path);
  mine.querySelector("[data-search]").href += encodeURIComponent(tail(meant));
  surround(await around, signal);
  const near = meant && nearest(meant, await pages(base, language));
  if (!near) return;
  const link = mine.querySelector("[data-guess] a");
  link.href = base + near + location.search + location.hash;
  link.textContent = (await titleOf(base + near)) || base + near;
  link.parentElement.hidden = false;
}

/** Put around the words what stands around them on another page: header, search, doors, footer. */
function surround(there, signal) {
  if (!there || !document.querySelector("script[data-theme]")) return; // the theme's script has taken hold of what is here
  const colours = () => [...document.querySelectorAll("[data-md-component=palette] label")];
  const shown = colours().map((label) => label.hidden);
  for (const part of AROUND) {
    const other = there.querySelector(part);
    if (other) document.querySelector(part)?.replaceWith(document.adoptNode(other));
  }
  for (const [place, label] of colours().entries()) label.hidden = shown[place];
  const form = document.querySelector("header [data-module=search]");
  if (form) search(form, signal);
}

/** The addresses of a language's pages, as its sitemap names them, without the base. */
async function pages(base, language) {
  const text = await textOf(`${base}${language === "en" ? "en/" : ""}sitemap.xml`);
  const places = [...new DOMParser().parseFromString(text, "text/xml").querySelectorAll("loc")];
  return places.map((place) => new URL(place.textContent).pathname.slice(base.length)).filter(Boolean);
}

/** The address that is spelled nearest, else the one whose last part is; "" where none is near. */
function nearest(meant, known) {
  for (const part of [(path) => path, tail]) {
    const own = part(meant);
    let [most, found] = [leeway(own.length), ""];
    for (const each of known) {
      const off = distance(own, part(each), most);
      if (off <= most) [most, found] = [off - 1, each];
    }
    if (found) return found;
  }
  return "";
}

const tail = (path) => path.split("/").filter(Boolean).at(-1) ?? "";

const titleOf = async (address) => (await pageAt(address)).querySelector("h1")?.firstChild?.textContent.trim();

const pageAt = async (address) => new DOMParser().parseFromString(await textOf(address), "text/html");

const textOf = async (address) => {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer.text() : "";
};
