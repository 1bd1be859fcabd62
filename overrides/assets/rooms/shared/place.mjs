// Places on a page that an address names: coming to one is scrolling, never navigating.
import { places } from "./address.mjs";
import { afterwards } from "./page.mjs";

let marked = null;

/** The element that the address names, or null. */
export function placeNamed() {
  return places(location.hash, location.search).map((id) => document.getElementById(id)).find(Boolean) ?? null;
}

/** Mark the one place that the address names; null where it names none that is looked for. */
export function mark(element) {
  marked?.classList.remove("named");
  element?.classList.add("named");
  marked = element;
}

/** Bring a place into view, marked, and opened where it is folded; again after the browser has gone where it was before. */
export function comeTo(element) {
  mark(element);
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const own = element.matches("h2, h3") ? element.parentElement.closest("[data-module]")?.querySelector(":scope > details") : null;
  if (own) own.open = true; // a heading whose part is folded
  const where = { block: element.matches("h1, h2, h3, section") || element.offsetHeight > innerHeight / 2 ? "start" : "center", inline: "center" };
  element.scrollIntoView(where);
  afterwards(() => marked === element && element.scrollIntoView(where));
}

/** Come to the place that the address names, now and whenever it names another one. */
export function arrive(signal) {
  const come = () => {
    const element = placeNamed();
    if (element && element !== marked) comeTo(element);
  };
  come();
  addEventListener("hashchange", come, { signal });
}

/** Links to places of this page bring them into view; whatever is in progress, and the focus, stay where they are. */
export function followPlaces(root, signal) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const element = link && document.getElementById(link.hash.slice(1));
    if (!element || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (location.hash !== link.hash) history.pushState(null, "", link.hash);
    comeTo(element);
  }, { signal });
}
