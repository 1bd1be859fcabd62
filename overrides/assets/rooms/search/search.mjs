// Material's search box hears keys only: pasted, dictated and composed text is told to it as well.
import { late } from "../shared/late.mjs";

const PATIENCE = 5000;

export function start(root, signal) {
  const box = root.querySelector("input");
  const said = document.querySelector(".md-search-result__meta");
  const first = said.textContent;
  let waiting = 0;
  box.addEventListener("input", () => {
    box.dispatchEvent(new Event("keyup"));
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (box.value.trim() && said.textContent === first) said.replaceChildren(late(`?q=${encodeURIComponent(box.value)}`));
    }, PATIENCE); // a file of the theme, or the worker, has not come: nothing else would say so
  }, { signal });
}
