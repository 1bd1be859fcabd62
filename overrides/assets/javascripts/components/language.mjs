// The language link keeps the state of the page: its query string and anchor.
export function start(root, signal) {
  const bare = root.getAttribute("href");
  root.addEventListener("click", () => root.setAttribute("href", bare + location.search + location.hash), { signal });
}
