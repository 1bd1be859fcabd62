// Sources in the order in which they are cited, numbered from 1; each is listed once. Pure.

/** A list of sources: `cite(sources)` gives their numbers, `all` the sources in order. */
export function citing() {
  const numbers = new Map();
  return {
    cite: (sources) => sources.map((source) => {
      if (!numbers.has(source.url)) numbers.set(source.url, { ...source, number: numbers.size + 1 });
      return numbers.get(source.url).number;
    }),
    get all() {
      return [...numbers.values()];
    },
  };
}
