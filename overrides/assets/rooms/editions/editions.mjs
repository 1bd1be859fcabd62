// Narrows the days of the record to those after the day on which a reader last looked; the day stands in the address.
import { dayIn, read, write } from "../shared/address.mjs";
import { fill, onTravel, show, today } from "../shared/page.mjs";

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
    const ahead = since > today() ? `${fill(status.dataset.future, { day: since })} ` : "";
    status.textContent = since ? ahead + said : "";
  };
  const arrive = () => {
    const written = read(location.search).texts.get(NAME) ?? "";
    input.value = dayIn(written);
    narrow();
    if (written && !input.value) status.textContent = `${status.dataset.unknown} ${NAME}=${written}`;
  };
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  input.addEventListener("input", () => (narrow(), show(write([[NAME, [dayIn(input.value)].filter(Boolean)]]))), { signal });
  onTravel(arrive, signal);
  arrive();
}
