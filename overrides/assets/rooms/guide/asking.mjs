// Which question a guide asks now, and its options under the fingers.

/** The id of the question that is asked, or undefined where the outcome is shown. */
export function asking(page) {
  return page.editing ?? (page.asking ? page.case.open[0] : undefined);
}

/** The boxes of a question. */
export const options = ({ form }, question) => [...form.querySelectorAll(`[data-question="${question}"] input`)];

/** Digits choose an option, 0 the last: one key an answer. Arrow keys only walk. */
export function toggleByKey(page, event) {
  page.walking = event.key.startsWith("Arrow");
  const asked = asking(page);
  const elsewhere = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, dialog, [contenteditable]");
  if (!asked || elsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
  const boxes = options(page, asked);
  if (event.key === "Enter" && event.target.matches?.("input") && boxes.includes(event.target)) {
    event.preventDefault();
    if (event.target.type === "radio" && !event.target.checked) return void event.target.click();
    return void page.form.querySelector(`[data-question="${asked}"] [data-do=next]`).click();
  }
  if (!/^\d$/.test(event.key)) return;
  const box = event.key === "0" ? boxes.at(-1) : boxes.slice(0, -1)[Number(event.key) - 1];
  if (!box) return;
  event.preventDefault();
  box.click();
}
