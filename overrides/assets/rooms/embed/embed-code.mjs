// Puts the whole address of the lean page, with the state shown here, into the code to copy.
import { make } from "../shared/page.mjs";

export function start(root, signal) {
  const title = document.querySelector("h1")?.firstChild?.textContent.trim() ?? document.title;
  keepCode(root.querySelector("code"), root.dataset.address, title, signal);
}

/** Keep an element's text the code that embeds an address in the state of this page. */
export function keepCode(code, address, title, signal) {
  const update = () => {
    const src = new URL(address, location.href).href + location.search;
    code.textContent = make("iframe", { src, width: "100%", height: "600", loading: "lazy", title }).outerHTML;
  };
  update();
  for (const event of ["matrix:change", "change", "popstate"]) addEventListener(event, update, { signal });
}
