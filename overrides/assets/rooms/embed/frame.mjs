// A page in somebody else's frame: its height is told to whoever frames it; places on it stay in the frame.
const TYPE = "mlops-guide:height";

export function start(root, signal) {
  const stay = ({ target }) => {
    const link = target.closest?.("a[href^='#']");
    if (link) link.target = "_self"; // all other links open outside: the page's <base> says so
  };
  addEventListener("click", stay, { capture: true, signal });
  if (parent === window) return;
  let told = 0;
  const tell = () => {
    const hidden = [...root.querySelectorAll(".matrix__region")].map((each) => each.scrollHeight - each.clientHeight);
    const height = Math.ceil(root.getBoundingClientRect().bottom + scrollY + hidden.reduce((sum, each) => sum + each, 0));
    if (height !== told) parent.postMessage({ type: TYPE, height: (told = height) }, "*");
  };
  const watch = new ResizeObserver(tell);
  watch.observe(root);
  signal.addEventListener("abort", () => watch.disconnect());
  tell();
}
