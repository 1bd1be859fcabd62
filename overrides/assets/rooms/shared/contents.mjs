// Marks in the page's list of contents where the reader is.

/** Follow the reader; a page without a list of contents needs nothing. */
export function followContents(signal) {
  const links = [...document.querySelectorAll("[data-md-component=toc] a[href^='#']")];
  const parts = links.map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]).filter(([head]) => head);
  if (!parts.length) return;
  let waiting = false;
  const mark = () => {
    waiting = false;
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const here = end ? parts.at(-1) : parts.findLast(([head]) => head.getBoundingClientRect().top <= innerHeight / 3);
    for (const part of parts) {
      if (part === here) part[1].setAttribute("aria-current", "true");
      else part[1].removeAttribute("aria-current");
    }
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  addEventListener("scroll", soon, { passive: true, signal });
  if (scrollY) soon();
}
