// Narrows the list of tools as search reads what people type, and by what a reader needs; all of it stands in the address.
import { read, write } from "../shared/address.mjs";
import { onTravel, show } from "../shared/page.mjs";
import { meets } from "./readings.mjs";

const NAME = "find";

export function start(root, signal) {
  const rows = [...document.querySelectorAll(root.dataset.rows ?? "#tools [data-search]")];
  const fields = [...root.querySelectorAll("input, select")];
  const status = root.querySelector("[role=status]");
  root.hidden = false;
  const narrow = () => {
    const wanted = fields.filter((field) => field.value.trim());
    for (const row of rows) row.hidden = !wanted.every((field) => fits(row, field));
    status.textContent = wanted.length ? status.dataset.found.replace("#", rows.filter((row) => !row.hidden).length) : "";
  };
  const arrive = (again) => {
    const { texts } = read(location.search);
    for (const field of fields) {
      field.value = texts.get(nameOf(field)) ?? (again ? "" : field.value); // typed before this started: kept
      if (field.selectedIndex < 0) field.value = ""; // no such choice
    }
    narrow();
  };
  root.addEventListener("submit", (event) => event.preventDefault(), { signal });
  root.addEventListener("input", () => {
    narrow();
    show(write(fields.map((field) => [nameOf(field), [field.value.trim()].filter(Boolean)])));
  }, { signal });
  onTravel(() => arrive(true), signal);
  addEventListener("pageshow", ({ persisted }) => arrive(persisted), { signal });
  arrive(false);
}

const nameOf = (field) => field.name || NAME;

function fits(row, field) {
  if (nameOf(field) === NAME) return meets(row.dataset.search, field.value);
  return row.getAttribute(`data-${field.name}`).split(" ").includes(field.value);
}
