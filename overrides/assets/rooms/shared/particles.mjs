// Korean particles after words that are known only in the browser: `{tool}(으)로` becomes `Comet으로`.
// The twin of macros/records/particles.py; one table tests both.

const PAIRS = {
  "을(를)": ["을", "를"], "를(을)": ["을", "를"], "이(가)": ["이", "가"], "가(이)": ["이", "가"],
  "은(는)": ["은", "는"], "는(은)": ["은", "는"], "과(와)": ["과", "와"], "와(과)": ["과", "와"],
  "(으)로": ["으로", "로"], "(이)라": ["이라", "라"], "(이)나": ["이나", "나"],
};
const OPEN = new RegExp(`(\\S+?)(${Object.keys(PAIRS).map((mark) => mark.replace(/[()]/g, "\\$&")).join("|")})`, "g");
const SILENT = /<[^>]*>|\([^()]*\)$|["'”’`*)\]}]+$/g;
const LETTERS = { L: "ㄹ", R: "ㄹ", M: "ㅁ", N: "ㄴ" }; // 엘, 알, 엠, 엔: the other names end in a vowel
const DIGITS = { 0: "ㅇ", 1: "ㄹ", 3: "ㅁ", 6: "ㄱ", 7: "ㄹ", 8: "ㄹ" };
const SPOKEN = /[A-Za-z][179]$/; // S3 is read in English: one, seven and nine end in ㄴ
const CLOSED = /[mn]e?$|ng$|ck$|ic$|lab$|(?<![aeiou])[aeiou][ptk]$|o[ou][ptk]$/;

/** The text with each open particle settled by the sound of the word before it. */
export function particles(text) {
  return text.replace(OPEN, (whole, word, mark) => word + settled(word, mark));
}

/** `fill("{n} tools", {n: 3})`: thousands with commas, Korean particles settled. */
export function fill(text = "", values = {}) {
  const shown = (value) => (typeof value === "number" ? value.toLocaleString("en") : value);
  return particles(text.replace(/\{(\w+)\}/g, (whole, name) => shown(values[name]) ?? whole));
}

function settled(word, mark) {
  const [closed, bare] = PAIRS[mark];
  const end = final(word);
  return !end || (end === "ㄹ" && mark === "(으)로") ? bare : closed;
}

/** The consonant that a word ends in when it is read in Korean, `ㅇ` for any but ㄹ; empty for a vowel. */
function final(word) {
  const heard = word.replace(SILENT, "");
  if (heard !== word) return final(heard);
  const last = [...word].at(-1) ?? "";
  if (last >= "가" && last <= "힣") return { 0: "", 8: "ㄹ" }[(last.codePointAt(0) - 0xac00) % 28] ?? "ㅇ";
  if (/[A-Za-z]\d$/.test(word)) return SPOKEN.test(word) ? "ㅇ" : "";
  if (/\d/.test(last)) return DIGITS[last] ?? "";
  if (/\p{Lu}/u.test(last)) return LETTERS[last] ?? "";
  if (/le?$/.test(word)) return "ㄹ";
  return CLOSED.test(word.toLowerCase()) ? "ㅇ" : "";
}
