// What a reader takes away from a guide: a link, a decision record, a day in the calendar, paper.
import { calendar, lookAgain } from "../shared/calendar.mjs";
import { name } from "./candidates.mjs";
import { html, markdown } from "../shared/document.mjs";
import { copy, permalink, save, today } from "../shared/page.mjs";
import { recordOf } from "./record.mjs";

/** Act on one of the buttons; `query` holds the answers. */
export function takeAway(page, what, query) {
  const output = page.root.querySelector(".takeaway__copied");
  const dated = () => permalink(`${query}${query ? "&" : "?"}day=${today()}&led=${page.case.found.leaders.join(",")}`);
  const acts = {
    link: () => copy(permalink(query), output, page.words.copied),
    adr: () => {
      const blocks = recordOf(page, dated());
      return copy(markdown(blocks), output, page.words.copied, html(blocks));
    },
    calendar: () => {
      const title = `${page.root.dataset.stage}: ${page.case.found.leaders.map(name).join(", ")}`;
      save("look-again.ics", "text/calendar", calendar({ title, day: lookAgain(today()), url: dated(), today: today() }));
    },
    print: () => print(),
  };
  acts[what]?.();
}
