// @ts-check
/* Copies a table as comma-separated values or as Markdown, as it is shown. `tables.js` loads it when a menu is first opened. */
(() => {
  "use strict";

  /** Read aloud when something was copied. It is on the page before it has text, so that its change is announced. */
  const status = document.createElement("p");
  status.className = "sr";
  status.setAttribute("role", "status");
  document.body.append(status);

  const notText = ".blank, .cites, [data-aside], [aria-hidden=true]";
  /** @param {string} text */
  const folded = text => text.trim().replace(/\s+/g, " ");

  /** What a cell says, by the rules by which the files are written: entries of a list are joined by semicolons.
   * @param {Element} cell */
  function textOf(cell) {
    const copy = /** @type {Element} */ (cell.cloneNode(true));
    for (const told of copy.querySelectorAll("[data-text]")) told.textContent = /** @type {HTMLElement} */ (told).dataset.text ?? "";
    for (const left of copy.querySelectorAll(notText)) left.remove();
    for (const block of copy.querySelectorAll("p, div, ul, ol, dl, pre, blockquote, br")) block.before(" "), block.after(" ");
    for (const item of copy.querySelectorAll("li")) item.before("\u0000");
    const entries = (copy.textContent ?? "").split("\u0000").map(folded);
    if (entries[0] === "") entries.shift();
    return entries.join("; ");
  }

  /** @param {Element} element */
  const isShown = element => !(/** @type {HTMLElement} */ (element).hidden) && !element.matches("[data-aside]");

  /** The heading row and the rows, without totals. The heading over a group becomes a column behind the first.
   * @param {HTMLTableElement} table */
  function fieldsOf(table) {
    /** @param {HTMLTableRowElement} row */
    const cells = row => [...row.cells].filter(isShown).map(textOf);
    /** @param {HTMLTableRowElement} row */
    const isHeading = row => row.cells.length === 1 && row.cells[0].scope === "rowgroup";
    /** @param {string[]} line @param {string} group */
    const withGroup = (line, group) => grouping === undefined ? line : [line[0], group, ...line.slice(1)];
    const grouping = table.dataset.grouping;
    const lines = [...table.tHead?.rows ?? []].map(row => withGroup(cells(row), grouping ?? ""));
    for (const body of table.tBodies) {
      let group = "";
      for (const row of body.rows) {
        if (isHeading(row)) group = textOf(row.cells[0]);
        else if (isShown(row) && isShown(body)) lines.push(withGroup(cells(row), group));
      }
    }
    return lines;
  }

  /** RFC 4180, as the files are written; what a spreadsheet would take for a formula is defused.
   * @param {string[][]} lines */
  function csv(lines) {
    /** @param {string} text */
    const field = text => {
      const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    return lines.map(line => line.map(field).join(",") + "\r\n").join("");
  }

  /** @param {string[][]} lines */
  function markdown(lines) {
    /** @param {string} text */
    const cell = text => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|");
    /** @param {string[]} line */
    const row = line => `| ${line.map(cell).join(" | ")} |\n`;
    return lines.map((line, index) => row(line) + (index === 0 ? `|${"---|".repeat(line.length)}\n` : "")).join("");
  }

  /** @param {string} text @returns {Promise<boolean>} */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Browsers that give pages from disk no clipboard still copy what is selected.
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "sr";
      document.body.append(area);
      area.select();
      const isDone = document.execCommand("copy");
      area.remove();
      return isDone;
    }
  }

  /** Says beside a menu whether its table was copied. @param {HTMLElement} menu @param {string} text @param {boolean} isDone */
  function tell(menu, text, isDone) {
    status.textContent = "";
    for (const other of document.querySelectorAll(".copy-said")) other.textContent = "";
    const place = menu.previousElementSibling;
    if (place) place.textContent = text;
    place?.classList.toggle("is-failed", !isDone);
    // A moment later, so that the same words twice are read twice.
    setTimeout(() => { status.textContent = text; }, 50);
  }

  /** Fills the menu of a table. @param {HTMLDetailsElement} menu @param {HTMLTableElement} table @param {DOMStringMap} words */
  function handbookCopyMenu(menu, table, words) {
    if (menu.children.length > 1) return;
    const summary = menu.querySelector("summary");
    const list = document.createElement("ul");
    /** @type {[string | undefined, (lines: string[][]) => string][]} */
    const formats = [[words.csv, csv], [words.markdown, markdown]];
    for (const [title, format] of formats) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = title ?? "";
      button.addEventListener("click", async () => {
        const isDone = await copy(format(fieldsOf(table)));
        menu.open = false;
        summary?.focus();
        tell(menu, (isDone ? words.copied : words.failed) ?? "", isDone);
      });
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
    menu.append(list);
    menu.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      summary?.focus();
    });
    menu.addEventListener("focusout", event => {
      if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }

  document.addEventListener("click", event => {
    for (const menu of document.querySelectorAll("details.copy-menu[open]")) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute("open");
    }
  });

  Object.assign(window, { handbookCopyMenu });
})();
