// Narrows the list of tools as search reads what people type, and by what a reader needs; all of it stands in the address.
import { read, resolve, vocabulary, write } from "../shared/address.mjs";
import { fill, onTravel, show } from "../shared/page.mjs";
import { meets } from "./readings.mjs";

const NAME = "find";

export function start(root, signal) {
  const rows = [...document.querySelectorAll(root.dataset.rows ?? "#tools [data-search]")];
  const fields = [...root.querySelectorAll("input, select")];
  const status = root.querySelector("[role=status]");
  root.hidden = false;
  const narrow = (notes = []) => {
    const wanted = fields.filter((field) => field.value.trim());
    for (const row of rows) row.hidden = !wanted.every((field) => fits(row, field));
    const found = wanted.length ? [status.dataset.found.replace("#", rows.filter((row) => !row.hidden).length)] : [];
    status.textContent = [...found, ...notes].join(" ");
  };
  const keep = () => show(write(fields.map((field) => [nameOf(field), [field.value.trim()].filter(Boolean)])));
  const arrive = (again) => {
    const { texts } = read(location.search);
    const early = !again && fields.some((field) => field.value.trim() && !texts.has(nameOf(field))); // typed before this started
    narrow(fields.flatMap((field) => {
      const written = texts.get(nameOf(field)) ?? (again ? "" : field.value);
      if (field.options) return choose(field, written, status.dataset);
      field.value = written;
      return [];
    }));
    if (early) keep();
  };
  root.addEventListener("submit", (event) => event.preventDefault(), { signal });
  root.addEventListener("input", () => {
    narrow();
    keep();
  }, { signal });
  onTravel(() => arrive(true), signal);
  addEventListener("pageshow", ({ persisted }) => arrive(persisted), { signal });
  arrive(false);
}

/** Choose what an address means in a list; what it was taken for, and what the list does not offer. */
function choose(field, written, said) {
  const offered = [...field.options].filter(({ value }) => value).map(({ value, textContent }) => [value, textContent.trim()]);
  const { values: [first = "", ...more], taken, dropped } = resolve(written, vocabulary(offered));
  field.value = first;
  const unknown = [...dropped, ...more].map((value) => `${field.name}=${value}`);
  return [...taken.map(([from, id]) => fill(said.taken, { written: from, id })), ...(unknown.length ? [`${said.unknown} ${unknown.join(", ")}`] : [])];
}

const nameOf = (field) => field.name || NAME;

function fits(row, field) {
  if (nameOf(field) === NAME) return meets(row.dataset.search, field.value);
  return row.getAttribute(`data-${field.name}`).split(" ").includes(field.value);
}
