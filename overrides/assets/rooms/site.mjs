// Starts each component that the page names in data-module, each in its own try.
import { followContents } from "./shared/contents.mjs";
import { late } from "./shared/late.mjs";
import { imprint } from "./shared/imprint.mjs";
import { arrive } from "./shared/place.mjs";
import { loadWhenUsed } from "./shared/theme.mjs";

const COMPONENTS = [
  "shared/language", "search/search", "search/filter", "matrix/matrix", "weights/weights", "compare/compare", "guide/guide",
  "planner/planner", "mine/mine", "embed/embed-code", "embed/frame", "search/lost", "editions/editions",
];

let started = null;

async function boot() {
  started?.abort();
  started = new AbortController();
  for (const path of COMPONENTS) {
    const name = path.split("/")[1];
    for (const root of document.querySelectorAll(`[data-module="${name}"]`)) {
      const part = await import(`./${path}.mjs`).catch((error) => console.error(`${name}: did not arrive`, error));
      if (!part && !root.closest("header")) {
        root.hidden = false;
        root.prepend(late());
        root.dataset.missing = ""; // what is kept hidden until a component starts is shown
      }
      try {
        part?.start(root, started.signal);
      } catch (error) {
        console.error(`${name}: did not start`, error);
      }
    }
  }
  arrive(started.signal);
  followContents(started.signal);
  imprint(started.signal);
}

loadWhenUsed();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", boot);
else boot();
