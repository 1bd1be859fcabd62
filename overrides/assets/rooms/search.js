// The worker of Material's search box (https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/).
// Nothing is loaded before the first letter is typed.
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const MOST = 30;
const FAILED = {
  ko: "검색 색인을 읽지 못했습니다. 연결을 확인하고 다시 입력해 주십시오.",
  en: "The search index could not be read. Check the connection and type again.",
};
let engine = null;

async function load() {
  const [{ find, indexOf }, response] = await Promise.all([
    import("./search/finding.mjs"),
    fetch("../../search/pages.json"),
  ]);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const index = indexOf(await response.json());
  return (query) => find(index, query).slice(0, MOST).map((found) => [item(found)]);
}

function item({ page, score, terms }) {
  const kinds = (page.labels ?? []).map((each) => `<small class="hit__kind">${escape(each)}</small>`);
  const title = [marked(page.title, terms), ...kinds].join(" ");
  return { location: page.address, title, text: marked(page.summary, terms), score, terms: {} };
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
    const title = FAILED[new URLSearchParams(location.search).get("language")] ?? FAILED.en;
    return [[{ location: "", title, text: "", score: 1, terms: {} }]];
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type === QUERY) postMessage({ type: RESULT, data: { items: await answer(data) } });
});
