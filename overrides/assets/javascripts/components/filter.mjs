// Narrows a list by the words that the server printed beside each entry.
export function start(root, signal) {
  const rows = [...document.querySelectorAll(root.dataset.rows ?? "#tools tbody tr")];
  const input = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  root.hidden = false;
  input.addEventListener(
    "input",
    () => {
      const wanted = input.value.trim().toLowerCase();
      for (const row of rows) row.hidden = !row.dataset.search.includes(wanted);
      status.textContent = status.dataset.found.replace("#", rows.filter((row) => !row.hidden).length);
    },
    { signal },
  );
}
