// Narrows the list of tools by name and by what a reader needs; all of it stands in the address.
import { read, write } from "../lib/address.mjs";
import { onTravel, show } from "../lib/page.mjs";

export function start(form, signal) {
  const rows = [...document.querySelectorAll("#tools [data-search]")];
  const fields = [...form.elements].filter((field) => field.name);
  const status = form.querySelector("[role=status]");
  const fill = () => {
    const asked = read(location.search);
    for (const field of fields) field.value = asked.get(field.name)?.join(" ") ?? "";
  };
  const narrow = () => {
    const wanted = fields.filter((field) => field.value.trim());
    for (const row of rows) row.hidden = !wanted.every((field) => fits(row, field));
    status.textContent = status.dataset.found.replace("#", rows.filter((row) => !row.hidden).length);
  };
  form.hidden = false;
  fill();
  narrow();
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form.addEventListener("input", () => {
    narrow();
    show(write(fields.map((field) => [field.name, field.value.trim() ? [field.value.trim()] : []])));
  }, { signal });
  onTravel(() => (fill(), narrow()), signal);
}

function fits(row, { name, value }) {
  if (name === "q") return row.dataset.search.includes(value.trim().toLowerCase());
  return row.getAttribute(`data-${name}`).split(" ").includes(value);
}
