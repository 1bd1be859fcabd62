// Narrows the list of tools as search reads what people type; what is wanted stands in the address.
import { read, write } from "../lib/address.mjs";
import { onTravel, show } from "../lib/page.mjs";
import { meets } from "../lib/readings.mjs";

const NAME = "find";

export function start(root, signal) {
  const rows = [...document.querySelectorAll(root.dataset.rows ?? "#tools tbody tr")];
  const input = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  root.hidden = false;
  const narrow = () => {
    for (const row of rows) row.hidden = !meets(row.dataset.search, input.value);
    status.textContent = input.value.trim() ? status.dataset.found.replace("#", rows.filter((row) => !row.hidden).length) : "";
  };
  const arrive = () => {
    input.value = read(location.search).texts.get(NAME) ?? "";
    narrow();
  };
  input.addEventListener("input", () => (narrow(), show(write([[NAME, [input.value.trim()].filter(Boolean)]]))), { signal });
  onTravel(arrive, signal);
  addEventListener("pageshow", arrive, { signal });
  arrive();
}
