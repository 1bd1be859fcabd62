// How people spell: words, Korean particles, letters within syllables, and how far two spellings are apart. Pure.

const PARTICLES =
  /(?<=[가-힣]{2})(?:에서는|에서|으로|에게|부터|까지|처럼|보다|이랑|이나|하고|하는|하기|할|한|을|를|이|가|은|는|의|에|로|와|과|도|만|랑|나|용)$/;
const PLURAL = /(?<=^[a-z]{3,})(?:ies|ses|(?<![isu])s)$/;
const LONE = /^(?:에서|으로|에게|부터|까지|이랑|이나|하고|을|를|이|가|은|는|의|에|로|와|과|도|만|랑|나|용)$/;
const [FIRST, LAST, MEDIALS, FINALS] = [0xac00, 0xd7a3, 21, 28];

/** Lower-case words without marks; where Hangul and Latin meet, a word ends. */
export function words(text) {
  const plain = text.normalize("NFKC").toLowerCase();
  const found = plain.match(/[가-힣]+|[\p{L}\p{N}]+/gu) ?? [];
  return found.flatMap((word) => word.split(/(?<=[가-힣])(?=[^가-힣])|(?<=[^가-힣])(?=[가-힣])/u)).filter((word) => !LONE.test(word));
}

/** A word and what is left of it without the particle, ending or plural at its end. */
export function forms(word) {
  const bare = word.replace(PARTICLES, "").replace(PLURAL, (end) => (end === "ies" ? "y" : end === "ses" ? "s" : ""));
  return bare === word ? [word] : [word, bare];
}

/** Hangul syllables taken apart into their letters; all else as it is. */
export function letters(word) {
  let found = "";
  for (const sign of word) {
    const code = sign.codePointAt(0);
    if (code < FIRST || code > LAST) {
      found += sign;
      continue;
    }
    const place = code - FIRST;
    found += String.fromCharCode(0x1100 + Math.floor(place / (MEDIALS * FINALS)), 0x1161 + (Math.floor(place / FINALS) % MEDIALS));
    if (place % FINALS) found += String.fromCharCode(0x11a7 + (place % FINALS));
  }
  return found;
}

/** How many letters may be wrong before a word of this length is another word. */
export function leeway(length) {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

const MOST_LETTERS = 256;
let [older, before, line] = [0, 0, 0].map(() => new Uint8Array(MOST_LETTERS));

/** Letters left out, added, replaced or swapped between two spellings; more than `most` is just `most + 1`. */
export function distance(one, other, most) {
  const width = other.length;
  if (Math.abs(one.length - width) > most || Math.max(one.length, width) >= MOST_LETTERS) return most + 1;
  for (let place = 0; place <= width; place++) before[place] = place;
  for (let row = 1; row <= one.length; row++) {
    const sign = one[row - 1];
    let least = (line[0] = row);
    for (let place = 1; place <= width; place++) {
      let steps = Math.min(before[place] + 1, line[place - 1] + 1, before[place - 1] + (sign === other[place - 1] ? 0 : 1));
      const swapped = row > 1 && place > 1 && sign === other[place - 2] && one[row - 2] === other[place - 1];
      if (swapped) steps = Math.min(steps, older[place - 2] + 1);
      line[place] = steps;
      if (steps < least) least = steps;
    }
    if (least > most) return most + 1;
    [older, before, line] = [before, line, older];
  }
  return before[width];
}
