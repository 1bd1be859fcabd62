// Addresses as people, keyboards and messengers leave them: read forgivingly, written plainly. Pure.
import { distance, forms, leeway, letters, words } from "./spelling.mjs";

// Parameters that others hang on a link; `h` is by which the theme's search marks words. They are nobody's state.
const FOREIGN = /^(?:h|utm_.*|.*clid|gclsrc|gad_source|mc_[ce]id|_g[al].*|igsh(?:id)?|ref|ref_src|ref_url|referrer|si|spm|share(?:d)?|source|from|via|feature|trk|cmpid|n_.*|kakao.*|napm|v)$/;
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cc}]/gu;
const WIDE = /(?:%ef%b[cd]%[89ab][0-9a-f])+/gi; // full-width signs, as a browser writes them
const BETWEEN = /[,;|、·\n]+/;
const ID = /[a-z0-9](?:[a-z0-9:_-]*[a-z0-9])?/;

/**
 * The names and values of a query string, as far as they can be ids; empty ones are left out.
 * `texts` beside them holds what was written under each name, for `resolve`.
 */
export function read(search) {
  const texts = new Map();
  const narrow = search.normalize("NFKC").replace(WIDE, (run) => decodeRun(run).normalize("NFKC"));
  const whole = narrow.includes("=") ? narrow : decode(narrow);
  for (const part of whole.split(/[&?]|;\s*(?=[a-z-]+=[^=;&?#]*(?:[;&?#]|$))/i).map((each) => each.replace(/^(?:amp;)+/i, ""))) {
    const [, name = "", text = ""] = /^([^=]*)=([\s\S]*)$/.exec(part) ?? [];
    const key = plain(name).toLowerCase().replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
    const said = plain(text).split("#")[0].trim();
    if (key && said && !FOREIGN.test(key)) texts.set(key, texts.has(key) ? `${texts.get(key)},${said}` : said);
  }
  const found = new Map([...texts].map(([name, text]) => [name, tokens(text)]).filter(([, values]) => values.length));
  return Object.assign(found, { texts });
}

/** The ids that an anchor may mean, the likeliest first; an anchor in the query by mistake counts too. */
export function places(hash, search = "") {
  const written = plain(hash || (decode(search).match(/#[^&?]*$/)?.[0] ?? "")).replace(/^#+/, "");
  const bare = written.toLowerCase().match(ID)?.[0] ?? "";
  return [...new Set([hash.replace(/^#/, ""), written, bare])].filter(Boolean);
}

/** The address of a page that a path may mean: without what no address holds; "" where nothing is left. */
export function pathIn(path) {
  const parts = plain(path.replaceAll("+", "%2B")).toLowerCase().replace(/index\.html$|\.(?:html?|md)$/, "").split("/");
  const bare = parts.map((part) => part.match(/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?/)?.[0] ?? "").filter(Boolean);
  return bare.length ? `${bare.join("/")}/` : "";
}

/** What a parameter may hold: ids, each alone or with the names that it goes by, and the ids that have `moved`. */
export function vocabulary(entries, moved = {}) {
  const known = { ids: new Set(), keys: new Map(), moved: new Map() };
  for (const [id, ...names] of [...entries].map((each) => [each].flat())) {
    known.ids.add(id);
    for (const name of [id, ...names]) if (!known.keys.has(keyOf(name))) known.keys.set(keyOf(name), id);
  }
  for (const [old, now] of Object.entries(moved)) if (known.ids.has(now)) known.moved.set(keyOf(old), now);
  return known;
}

/** The ids that a text means: {values, taken: [[written, id]], dropped: [written]}. */
export function resolve(text, known) {
  const found = { values: [], taken: [], dropped: [] };
  for (const piece of text.split(BETWEEN)) {
    let open = piece.trim().split(/\s+/).filter((word) => words(word).length);
    while (open.length) {
      const [count, id] = longest(open, known);
      const written = open.slice(0, count).join(" ");
      if (!id) found.dropped.push(written);
      else if (!found.values.includes(id)) found.values.push(id);
      if (id && id !== written) found.taken.push([written, id]);
      open = open.slice(count);
    }
  }
  return found;
}

/** The day that a text means, as YYYY-MM-DD; "" where it means none. */
export function dayIn(text) {
  const [, ...parts] = /(\d{4})\D{0,2}(\d\d)\D{0,2}(\d\d)(?!\d)/.exec(text) ?? [];
  const day = parts.join("-");
  return parts.length && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day) ? day : "";
}

/** The query string of a Map or entries of names and values; "" where nothing is set. */
export function write(entries) {
  const parts = [];
  for (const [name, values] of entries) {
    if (values.length) parts.push(`${name}=${values.map(encode).join(",")}`);
  }
  return parts.length ? `?${parts.join("&")}` : "";
}

/** The most words that together are a name; else the first word alone, and what it is nearest to. */
function longest(open, known) {
  for (let count = open.length; count; count--) {
    const id = sure(open.slice(0, count).join(" "), known);
    if (id) return [count, id];
  }
  return [1, nearest(open[0], known)];
}

function sure(written, { ids, keys, moved }) {
  const low = written.toLowerCase();
  const bare = /\s/.test(low) ? low.replace(/(?<=[a-z0-9])[^a-z0-9]+$/, "") : (low.match(ID)?.[0] ?? "");
  if (ids.has(low)) return low;
  for (const key of [...forms(keyOf(low)), keyOf(bare)]) {
    const id = keys.get(key) ?? moved.get(key);
    if (key && id) return id;
  }
  return null;
}

/** The one id whose spelling, or a name's, is nearest; null where two are, or none is near. */
function nearest(written, { keys, moved }) {
  let [best, found] = [Infinity, new Set()];
  for (const own of new Set([keyOf(written), keyOf(written.toLowerCase().match(ID)?.[0] ?? "")].map(letters))) {
    const most = leeway(own.length);
    for (const [key, id] of most ? [...keys, ...moved] : []) {
      const off = distance(own, letters(key), Math.min(most, best));
      if (off > most || off > best) continue;
      if (off < best) [best, found] = [off, new Set()];
      found.add(id);
    }
  }
  return found.size === 1 ? [...found][0] : null;
}

function tokens(text) {
  const all = text.split(/[,;|、·\s]+/).filter((token) => words(token).length);
  return [...new Set(all.map((token) => token.toLowerCase().match(ID)?.[0] ?? token))];
}

/** A spelling without case, spaces and marks: by it names are told apart. */
function keyOf(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

const plain = (text) => decode(text).normalize("NFKC").replace(/\s/g, " ").replace(UNSEEN, "");

/** Decoded as often as it was encoded; what is cut off in the middle of a sign is left out. */
function decode(text) {
  let before;
  let now = text.replace(/\+/g, " ");
  for (let turn = 0; turn < 3 && now !== before; turn++) {
    before = now;
    now = now.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  }
  return now.replace(/%[0-9a-f]?$/i, "");
}

function decodeRun(run) {
  for (let end = run.length; end; end -= 3) {
    try {
      return decodeURIComponent(run.slice(0, end));
    } catch {
      // One sign fewer, then.
    }
  }
  return "";
}

function encode(text) {
  return encodeURIComponent(text).replace(/%3A/g, ":");
}
