// @ts-check
/* What every page gains from JavaScript: the contents as a panel over the page on a narrow screen, and an outline that
   follows the reader. Without it a link leads to the contents, and the outline is a list of links. */
(() => {
  "use strict";

  const contents = document.getElementById("_contents");
  const open = document.querySelector(".contents-button");
  const close = document.querySelector(".contents-close");

  if (contents && open instanceof HTMLElement && close instanceof HTMLElement && "showPopover" in contents) {
    contents.popover = "auto";
    for (const link of [open, close]) {
      link.setAttribute("role", "button");
      link.addEventListener("click", event => {
        event.preventDefault();
        contents.togglePopover(link === open);
      });
      link.addEventListener("keydown", event => {
        if (event.key !== " ") return;
        event.preventDefault();
        link.click();
      });
    }
    open.setAttribute("aria-expanded", "false");
    contents.addEventListener("toggle", event => {
      const isOpen = /** @type {ToggleEvent} */ (event).newState === "open";
      open.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) close.focus();
      else if (document.activeElement === document.body) open.focus();
    });
  }

  // The page one reads is in view in the contents, however long they are.
  const current = contents?.querySelector(".entries [aria-current]");
  if (contents && current instanceof HTMLElement && contents.scrollHeight > contents.clientHeight) {
    const middle = current.getBoundingClientRect().top - contents.getBoundingClientRect().top - contents.clientHeight / 2;
    contents.scrollTop += middle;
  }

  const links = new Map();
  for (const link of document.querySelectorAll(".outline a")) {
    const heading = document.getElementById(decodeURIComponent((link.getAttribute("href") ?? "").slice(1)));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;

  /** @type {Element | undefined} */
  let here;
  let isWaiting = false;

  /** Marks the last heading above the upper third of the window; at the page's end, its last one. */
  function follow() {
    isWaiting = false;
    const line = innerHeight / 3;
    const headings = [...links.keys()];
    const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const heading = isAtEnd ? headings.at(-1) : headings.findLast(each => each.getBoundingClientRect().top <= line);
    if (heading === here) return;
    links.get(here)?.removeAttribute("aria-current");
    links.get(heading)?.setAttribute("aria-current", "true");
    here = heading;
  }

  function soon() {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(follow);
  }

  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  follow();
})();
