// The addresses of a cell's data and of a report form that is filled in, as `views/report.py` makes them. Pure.

const FORM = "wrong-claim.yml";

/** `fields` are page, tool, criterion, value, sources, day; what is empty is left out. */
export function reportOf(address, fields) {
  const title = [fields.tool, fields.criterion].filter(Boolean).join(" / ");
  const given = Object.entries(fields).filter(([, value]) => value);
  return `${address}?${new URLSearchParams([["template", FORM], ["title", `[claim] ${title}`], ...given])}`;
}

/** The file behind a tool's cells, at the cell's line where it is known; `address` is that of the form. */
export function dataOf(address, tool, line) {
  const repository = address.replace(/\/issues\/new$/, "");
  return `${repository}/blob/HEAD/data/tools/${tool}/evidence.yml${line ? `#L${line}` : ""}`;
}
