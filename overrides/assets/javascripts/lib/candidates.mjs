// Reads a guide's page: the words of its questions, and the candidates with their evidence.

/** A tool's name. */
export const name = (tool) => document.querySelector(`#candidate-${tool}`).dataset.name;

/** What the page warns of at a tool, or undefined. */
export const warning = (tool) => document.querySelector(`#candidate-${tool} [data-warning]`)?.textContent;

/** A question's words, without its number. */
export function ask({ form }, id) {
  const legend = form.querySelector(`[data-question="${id}"] legend`);
  return [...legend.childNodes].slice(1).map((node) => node.textContent).join("").trim();
}

/** The words of one option of a question. */
export function label({ form }, question, option) {
  const input = form.querySelector(`[data-question="${question}"] input[value="${option}"]`);
  return input.parentElement.querySelector("[data-label]").textContent;
}

/** One cell: {element, criterion, words, sources}. */
export function cellOf(tool, criterion) {
  const element = document.querySelector(`#candidate-${tool} [data-criterion="${criterion}"]`);
  return {
    element,
    criterion: element.querySelector("dt").textContent,
    words: element.querySelector(".value__words").textContent,
    sources: [...element.querySelectorAll("a.source")].map(sourceOf),
  };
}

/** The editorial judgements by which an option favours a tool: [{words, sources}], in order. */
export function judgements({ form }, question, option, tool) {
  const deeds = form.querySelectorAll(`[data-question="${question}"] [data-option="${option}"] [data-judged="${tool}"]`);
  return [...deeds].map((deed) => ({
    words: deed.querySelector("[data-because]").textContent,
    sources: [...deed.querySelectorAll("a")].map(sourceOf),
  }));
}

function sourceOf(link) {
  return { url: link.getAttribute("href"), opened: link.dataset.opened };
}
