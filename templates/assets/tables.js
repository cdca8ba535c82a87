// @ts-check
/* A menu on every table that copies it as comma-separated values or as Markdown: what is shown, so that a filtered table
   is copied filtered. `copy.js`, loaded when a menu is first opened, fills the menu. Without JavaScript, tables of facts
   have a link to their file. */
(() => {
  "use strict";

  const words = document.currentScript?.dataset ?? {};
  /** @type {Promise<(menu: HTMLDetailsElement, table: HTMLTableElement, words: DOMStringMap) => void> | undefined} */
  let filling;

  /** A script, since pages opened from disk cannot fetch. */
  function load() {
    filling ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = words.script ?? "";
      script.addEventListener("load", () => resolve(/** @type {any} */ (window).handbookCopyMenu));
      script.addEventListener("error", () => {
        script.remove();
        filling = undefined;
        reject(new Error(script.src));
      });
      document.head.append(script);
    });
    return filling;
  }

  /** @param {string} name @param {string} style @param {string} [text] */
  function element(name, style, text = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = style;
    return made;
  }

  /** The line over a table; those from Markdown have none yet.
   * @param {Element} box */
  function toolsOf(box) {
    const before = box.previousElementSibling;
    if (before?.matches(".table-tools")) return before;
    const line = element("div", "table-tools");
    box.before(line);
    return line;
  }

  /** @param {HTMLTableElement} table */
  function addMenu(table) {
    const box = table.closest(".table-box");
    if (!box) return;
    const said = element("span", "copy-said");
    said.ariaHidden = "true";
    const menu = /** @type {HTMLDetailsElement} */ (element("details", "copy-menu"));
    const summary = document.createElement("summary");
    summary.textContent = words.copy ?? "";
    const name = table.caption?.textContent ?? box.getAttribute("aria-label") ?? "";
    if (name) summary.append(element("span", "sr", `: ${name}`));
    menu.append(summary);
    menu.addEventListener("toggle", async () => {
      if (!menu.open || menu.children.length > 1) return;
      try {
        (await load())(menu, table, words);
      } catch {
        menu.open = false;
        said.textContent = words.failed ?? "";
        said.classList.add("is-failed");
      }
    });
    toolsOf(box).append(said, menu);
  }

  // A script that makes a table says so.
  document.addEventListener("handbook-table", event => {
    if (event.target instanceof HTMLTableElement) addMenu(event.target);
  });
  for (const table of document.querySelectorAll("table")) addMenu(table);
})();
