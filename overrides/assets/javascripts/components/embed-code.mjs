// Puts the whole address of the lean page, with the state shown here, into the code to copy.
import { make } from "../lib/page.mjs";

export function start(root) {
  const code = root.querySelector("code");
  const update = () => {
    const frame = make("iframe", {
      src: new URL(root.dataset.address, location.href).href + location.search,
      width: "100%",
      height: "600",
      loading: "lazy",
      title: document.querySelector("h1")?.firstChild?.textContent.trim() ?? document.title,
    });
    code.textContent = frame.outerHTML;
  };
  update();
  root.closest("details")?.addEventListener("toggle", update);
}
