// How people spell: words, Korean particles, letters within syllables, and how far two spellings are apart. Pure.

const PARTICLES =
  /(?<=[가-힣]{2})(?:에서는|에서|으로|에게|부터|까지|처럼|보다|이랑|이나|하고|하는|하기|할|한|을|를|이|가|은|는|의|에|로|와|과|도|만|랑|나|용)$/;
const LONE = /^(?:에서|으로|에게|부터|까지|이랑|이나|하고|을|를|이|가|은|는|의|에|로|와|과|도|만|랑|나|용)$/;
const [FIRST, LAST, MEDIALS, FINALS] = [0xac00, 0xd7a3, 21, 28];

/** Lower-case words without marks; where Hangul and Latin meet, a word ends. */
export function words(text) {
  const plain = text.normalize("NFKC").toLowerCase();
  const found = plain.match(/[가-힣]+|[\p{L}\p{N}]+/gu) ?? [];
  return found.flatMap((word) => word.split(/(?<=[가-힣])(?=[^가-힣])|(?<=[^가-힣])(?=[가-힣])/u)).filter((word) => !LONE.test(word));
}

/** A word and what is left of it without the particle or ending at its end. */
export function forms(word) {
  const bare = word.replace(PARTICLES, "");
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

/** Letters left out, added, replaced or swapped between two spellings; more than `most` is just `most + 1`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let place = 1; place <= other.length; place++) {
      const same = one[row - 1] === other[place - 1];
      line[place] = Math.min(last[place] + 1, line[place - 1] + 1, last[place - 1] + (same ? 0 : 1));
      const swapped = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (swapped) line[place] = Math.min(line[place], before[place - 2] + 1);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[other.length];
}
