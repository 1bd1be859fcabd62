// Loads the theme's script with the first thing that a reader does: a page reads complete without it, and lighter.

const DOINGS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "click", "focusin"]; // scripts scroll too
const KEYS = ["/", "f", "s"]; // the theme's keys for search
const PALETTE = "[name=__palette]";

/** Wait for a reader; what was done before the script ran counts all the same. */
export function loadWhenUsed() {
  const waiting = document.querySelector("script[data-theme]");
  if (!waiting) return;
  let chosen = null;
  const choose = ({ target }) => target.matches?.(PALETTE) && (chosen = target);
  const load = (event) => {
    if (event.type === "focusin" && event.target !== searchBox()) return; // scripts move the focus too
    for (const doing of DOINGS) removeEventListener(doing, load, true);
    if (event.type === "keydown" && event.target === document.body && KEYS.includes(event.key)) openSearch(event);
    const script = document.createElement("script");
    script.src = waiting.src;
    script.addEventListener("load", () => {
      removeEventListener("change", choose, true);
      chosen?.dispatchEvent(new Event("change", { bubbles: true }));
      const box = searchBox();
      if (box?.value) box.dispatchEvent(new Event("keyup"));
    });
    waiting.replaceWith(script);
  };
  addEventListener("change", choose, true);
  if (new URLSearchParams(location.search).has("q")) return load(new Event("arrival")); // a link into the search
  for (const doing of DOINGS) addEventListener(doing, load, { capture: true, passive: false });
}

const searchBox = () => document.querySelector("[data-md-component=search-query]");

function openSearch(event) {
  event.preventDefault();
  document.querySelector("[data-md-toggle=search]").checked = true;
  searchBox().focus();
}
