// A day on which to look at a decision again, as a calendar file. Pure.

const MONTHS_LATER = 6;

/** The day half a year after `day` (YYYY-MM-DD); the last of the month where that has fewer days. */
export function lookAgain(day) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + MONTHS_LATER, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + MONTHS_LATER, Math.min(date, last))).toISOString().slice(0, 10);
}

/** An .ics file with one whole day: `today` stamps it, `day` is the day, `url` leads back. */
export function calendar({ title, day, url, today }) {
  const plain = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const compact = (text) => text.replaceAll("-", "");
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mlops-tool-guide//EN", "BEGIN:VEVENT",
    `UID:${compact(day)}-${hash(url)}@mlops-tool-guide`, `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`, `SUMMARY:${plain(title)}`, `DESCRIPTION:${plain(url)}`, `URL:${url}`,
    "END:VEVENT", "END:VCALENDAR",
  ];
  return `${lines.flatMap(folded).join("\r\n")}\r\n`;
}

/** A line of at most 75 bytes, continued on lines that begin with a space. */
function folded(line) {
  const rows = [""];
  const size = (text) => new TextEncoder().encode(text).length;
  for (const letter of line) {
    if (size(rows.at(-1) + letter) > 75) rows.push(" ");
    rows[rows.length - 1] += letter;
  }
  return rows;
}

function hash(text) {
  return [...text].reduce((sum, each) => (Math.imul(sum, 31) + each.codePointAt(0)) >>> 0, 7).toString(36);
}
