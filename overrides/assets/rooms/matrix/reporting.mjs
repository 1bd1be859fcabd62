// The address of a report form that is filled in, as `views/report.py` makes it. Pure.

const FORM = "wrong-claim.yml";

/** `fields` are page, tool, criterion, value, sources, day; what is empty is left out. */
export function reportOf(address, fields) {
  const title = [fields.tool, fields.criterion].filter(Boolean).join(" / ");
  const given = Object.entries(fields).filter(([, value]) => value);
  return `${address}?${new URLSearchParams([["template", FORM], ["title", `[claim] ${title}`], ...given])}`;
}
