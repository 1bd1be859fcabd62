// The language link keeps the state of the page, its query string and anchor, however it is followed or copied.
export function start(root, signal) {
  const bare = root.getAttribute("href");
  const keep = () => root.setAttribute("href", bare + location.search + location.hash);
  keep();
  for (const event of ["address:change", "popstate", "hashchange"]) addEventListener(event, keep, { signal });
  for (const event of ["pointerover", "focus"]) root.addEventListener(event, keep, { signal });
}
