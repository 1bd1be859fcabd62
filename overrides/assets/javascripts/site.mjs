// Starts each component that the page names in data-module, each in its own try.
import { followContents } from "./lib/contents.mjs";
import { imprint } from "./lib/imprint.mjs";
import { arrive } from "./lib/place.mjs";
import { loadWhenUsed } from "./lib/theme.mjs";

const COMPONENTS = ["language", "search", "filter", "matrix", "weights", "compare", "guide", "planner", "mine", "embed-code", "frame", "lost", "editions"];

let started = null;

async function boot() {
  started?.abort();
  started = new AbortController();
  for (const name of COMPONENTS) {
    for (const root of document.querySelectorAll(`[data-module="${name}"]`)) {
      try {
        const { start } = await import(`./components/${name}.mjs`);
        start(root, started.signal);
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
