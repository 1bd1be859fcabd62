// What else a text may be: typed with the keyboard in the other language, or by its initial consonants. Pure.
import { distance, forms, leeway, letters, words } from "../shared/spelling.mjs";

const FIRSTS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const MIDDLES = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const LASTS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
const KEYS = { ㄱ: "r", ㄲ: "R", ㄴ: "s", ㄷ: "e", ㄸ: "E", ㄹ: "f", ㅁ: "a", ㅂ: "q", ㅃ: "Q", ㅅ: "t", ㅆ: "T", ㅇ: "d", ㅈ: "w", ㅉ: "W", ㅊ: "c", ㅋ: "z", ㅌ: "x", ㅍ: "v", ㅎ: "g", ㅏ: "k", ㅐ: "o", ㅑ: "i", ㅒ: "O", ㅓ: "j", ㅔ: "p", ㅕ: "u", ㅖ: "P", ㅗ: "h", ㅛ: "y", ㅜ: "n", ㅠ: "b", ㅡ: "m", ㅣ: "l" };
const PAIRS = { ㅗㅏ: "ㅘ", ㅗㅐ: "ㅙ", ㅗㅣ: "ㅚ", ㅜㅓ: "ㅝ", ㅜㅔ: "ㅞ", ㅜㅣ: "ㅟ", ㅡㅣ: "ㅢ", ㄱㅅ: "ㄳ", ㄴㅈ: "ㄵ", ㄴㅎ: "ㄶ", ㄹㄱ: "ㄺ", ㄹㅁ: "ㄻ", ㄹㅂ: "ㄼ", ㄹㅅ: "ㄽ", ㄹㅌ: "ㄾ", ㄹㅍ: "ㄿ", ㄹㅎ: "ㅀ", ㅂㅅ: "ㅄ" };
const APART = Object.fromEntries(Object.entries(PAIRS).map(([two, one]) => [one, two]));
const LETTERS = Object.fromEntries(Object.entries(KEYS).map(([letter, key]) => [key, letter]));
const [FIRST, LAST] = [0xac00, 0xd7a3];

/** Hangul as the Latin keys that type it. */
export function asLatin(text) {
  return [...lone(text)].flatMap(jamo).flatMap((sign) => [...(APART[sign] ?? sign)]).map((sign) => KEYS[sign] ?? sign).join("");
}

/** Latin keys as the Hangul that they type, composed as the keyboard does it. */
export function asHangul(text) {
  const typed = [...text].map((key) => LETTERS[key] ?? LETTERS[key.toLowerCase()] ?? key);
  let found = "";
  for (let at = 0; at < typed.length; ) {
    const [sign, length] = syllable(typed, at);
    found += sign;
    at += length;
  }
  return found;
}

/** The first consonant of each syllable; all else as it is. */
export function initials(text) {
  return [...text].map((sign) => jamo(sign)[0]).join("");
}

/** Whether a word is nothing but consonants: somebody types initials. */
export const isInitials = (word) => /^[ㄱ-ㅎ]{2,}$/.test(lone(word));

/** Letters that stand alone, as the keyboard gives them: what normalising makes of them is undone. */
export function lone(text) {
  return text.normalize("NFC").replace(/[\u1100-\u1112]/g, (sign) => FIRSTS[sign.charCodeAt(0) - 0x1100])
    .replace(/[\u1161-\u1175]/g, (sign) => MIDDLES[sign.charCodeAt(0) - 0x1161]);
}

/** Whether a row of names and words meets what somebody types: each word in one of its readings. */
export function meets(row, typed) {
  const plain = row.normalize("NFKC").toLowerCase();
  const close = plain.replace(/[^\p{L}\p{N}]+/gu, "");
  const short = initials(plain.replace(/\s+/g, ""));
  const known = words(plain).map(letters);
  const near = (word) => {
    const own = letters(word);
    const most = leeway(own.length);
    return most > 0 && known.some((each) => distance(own, each, most) <= most);
  };
  return lone(typed.normalize("NFC")).trim().split(/[\s,]+/).filter(Boolean).every((written) => {
    if (isInitials(written) && short.includes(lone(written))) return true;
    const said = (reading) => forms(reading.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""));
    const holds = (reading) => said(reading).some((form) => close.includes(form));
    if ([written, asHangul(written), asLatin(written)].some(holds)) return true;
    const each = words(written); // `mlflow를`: what follows Latin letters is a word of its own, and a particle is none
    return each.length > 0 && each.every((word) => forms(word).some((form) => close.includes(form) || near(form)));
  });
}

function jamo(sign) {
  const place = sign.codePointAt(0) - FIRST;
  if (place < 0 || place > LAST - FIRST) return [sign];
  return [FIRSTS[Math.floor(place / 588)], MIDDLES[Math.floor(place / 28) % 21], LASTS[place % 28]].filter(Boolean);
}

/** The syllable that begins at a place, and how many letters it takes. */
function syllable(typed, at) {
  const first = FIRSTS.indexOf(typed[at]);
  let [middle, length] = [typed[at + 1], 2];
  if (first < 0 || !MIDDLES.includes(middle)) return [typed[at], 1];
  const two = PAIRS[middle + typed[at + 2]];
  if (MIDDLES.includes(two)) [middle, length] = [two, 3];
  const ends = (place) => LASTS.includes(typed[place]) && !MIDDLES.includes(typed[place + 1]);
  let last = "";
  if (typed[at + length] && LASTS.indexOf(typed[at + length]) > 0) {
    const both = PAIRS[typed[at + length] + typed[at + length + 1]];
    if (both && LASTS.includes(both) && ends(at + length + 1)) [last, length] = [both, length + 2];
    else if (ends(at + length)) [last, length] = [typed[at + length], length + 1];
  }
  return [String.fromCodePoint(FIRST + first * 588 + MIDDLES.indexOf(middle) * 28 + LASTS.indexOf(last)), length];
}
