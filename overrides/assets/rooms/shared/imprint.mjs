// On paper a page says where it came from and when.
import { make, today } from "./page.mjs";

/** Print the address and the day at the end of the page. */
export function imprint(signal) {
  let line = null;
  addEventListener("beforeprint", () => {
    line?.remove();
    line = make("p", { class: "imprint" }, `${location.href} · ${today()}`);
    document.querySelector("article, main").append(line);
  }, { signal });
  addEventListener("afterprint", () => line?.remove(), { signal });
}
