// The worker of Material's search box (https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/).
// Nothing is loaded before the first letter is typed.
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const MOST = 30;
let engine = null;

async function load() {
  const [{ find, indexOf }, response] = await Promise.all([
    import("./lib/finding.mjs"),
    fetch("../../search/pages.json"),
  ]);
  const index = indexOf(await response.json());
  return (query) => find(index, query).slice(0, MOST).map((found) => [item(found)]);
}

function item({ page, score, terms }) {
  return { location: page.address, title: escape(page.title), text: marked(page.summary, terms), score, terms: {} };
}

function marked(text, terms) {
  const wanted = terms.filter((term) => term.length > 1).map((term) => term.replace(/[^\p{L}\p{N}]/gu, ""));
  if (!wanted.length) return escape(text);
  return text.split(new RegExp(`(${wanted.join("|")})`, "giu")).map((part, place) => (place % 2 ? `<mark>${escape(part)}</mark>` : escape(part))).join("");
}

const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

async function answer(query) {
  if (!query.trim()) return [];
  engine ??= load();
  try {
    return (await engine)(query);
  } catch (error) {
    engine = null;
    console.error("search: the index did not load", error);
    return [];
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type === QUERY) postMessage({ type: RESULT, data: { items: await answer(data) } });
});
