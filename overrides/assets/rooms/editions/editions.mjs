// Narrows the days of the record to those after the day on which a reader last looked; the day stands in the address.
import { dayIn, read, write } from "../shared/address.mjs";
import { onTravel, show } from "../shared/page.mjs";

const NAME = "since";

export function start(root, signal) {
  const form = root.querySelector("form");
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const days = [...root.querySelectorAll("[data-day]")];
  form.hidden = false;
  const narrow = () => {
    const since = dayIn(input.value);
    for (const day of days) day.hidden = day.dataset.day <= since;
    const left = days.filter((day) => !day.hidden);
    const count = left.reduce((sum, day) => sum + Number(day.dataset.count), 0);
    const said = left.length ? status.dataset.found.replace("#", count) : status.dataset.none;
    status.textContent = since ? said : "";
  };
  const arrive = () => {
    input.value = dayIn(read(location.search).texts.get(NAME) ?? "");
    narrow();
  };
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  input.addEventListener("input", () => (narrow(), show(write([[NAME, [dayIn(input.value)].filter(Boolean)]]))), { signal });
  onTravel(arrive, signal);
  arrive();
}
