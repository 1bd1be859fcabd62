// Material's search box hears keys only: pasted, dictated and composed text is told to it as well.
export function start(root, signal) {
  const box = root.querySelector("input");
  box.addEventListener("input", () => box.dispatchEvent(new Event("keyup")), { signal });
}
