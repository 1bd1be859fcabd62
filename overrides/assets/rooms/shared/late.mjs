// What is said where a file of this site does not arrive, with the way to try again; the address holds the state.
import { make } from "./page.mjs";

/** An alert with a button that loads the page again, or another address. */
export function late(address = "") {
  const { late: words = "", again = "↻" } = document.querySelector("[data-late]")?.dataset ?? {};
  const button = make("button", { type: "button" }, again);
  button.addEventListener("click", () => (address ? location.assign(address) : location.reload()));
  return make("span", { role: "alert" }, `${words} `, button);
}
