// @ts-check
/* The button that prints the page. Without it, the browser's own menu does. */
(() => {
  "use strict";
  for (const button of document.querySelectorAll("button.print-button")) {
    button.addEventListener("click", () => window.print());
  }
})();
