// A team's own weights: shown when the reader sets some, or the address has them; only then is the rest loaded.
import { late } from "../shared/late.mjs";
import { read } from "../shared/address.mjs";
import { onTravel, wordsOf } from "../shared/page.mjs";
import { chosenTools, matrixOf } from "../matrix/matrix.mjs";

export function start(root, signal) {
  const element = document.querySelector(`[data-matrix="${root.dataset.for}"]`);
  const matrix = matrixOf(element);
  const words = wordsOf(root);
  let loaded = null;
  const load = () => (loaded ??= import("./weighing.mjs").then(({ weigh }) => weigh({ root, element, model: matrix.model, words, tools: () => chosenTools(matrix), shows: (tool, criterion) => matrix.shown.tools.includes(tool) && matrix.shown.criteria.includes(criterion) }, signal), () => root.querySelector(".weights__result").replaceChildren(late())));
  const asked = () => read(location.search).has("weigh") && load();
  root.querySelector(".weights__result").textContent = words.empty;
  const fold = root.querySelector(".weights__open");
  fold.addEventListener("toggle", load, { signal });
  if (fold.open) load(); // opened before this started
  onTravel(asked, signal);
  asked();
}
