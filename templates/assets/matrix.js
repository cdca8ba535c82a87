// @ts-check
/* Matrices: filters by role and by letter, the choice in the address (#roles=a,b&letters=A,R), and arrow keys from cell
   to cell. Every matrix of the page is filtered alike. Without JavaScript all of it is there to read. */
(() => {
  "use strict";

  const form = document.querySelector("form.matrix-filter");
  const tables = /** @type {HTMLTableElement[]} */ ([...document.querySelectorAll("table.matrix")]);
  if (!(form instanceof HTMLFormElement) || tables.length === 0) return;
  const words = form.dataset;

  /** @param {string} selector */
  const part = selector => /** @type {HTMLElement} */ (form.querySelector(selector));
  const others = /** @type {HTMLInputElement} */ (part(".filter-others input"));

  /** @typedef {{cell: HTMLTableCellElement, letters: string[]}} Cell */
  /** @typedef {{row: HTMLTableRowElement, cells: Cell[]}} Row */

  /** @param {HTMLTableCellElement} cell */
  const lettersOf = cell => [...cell.querySelectorAll(".letter")].map(letter => letter.textContent ?? "");

  const matrices = tables.map(table => {
    const heads = [...table.tHead?.rows[0].cells ?? []].slice(1).filter(head => !head.matches(".margin, .prose-cell"));
    /** @type {Row[]} */
    const rows = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => row.cells.length > 1).map(row => ({
      row,
      cells: [...row.cells].slice(1, heads.length + 1).map(cell => ({ cell, letters: lettersOf(cell) })),
    }));
    // The table with every matrix in it shows the same tasks again.
    return { table, heads, rows, roles: heads.map(head => head.dataset.role ?? ""), isCounted: table.closest(".matrix-part") !== null };
  });

  // MARK: Controls

  /** Roles by slug, in the order of their columns.
   * @type {Map<string, HTMLTableCellElement>} */
  const roles = new Map();
  for (const { heads } of matrices) {
    for (const head of heads) if (head.dataset.role && !roles.has(head.dataset.role)) roles.set(head.dataset.role, head);
  }
  /** @type {Map<string, Element>} */
  const letters = new Map();
  for (const sign of document.querySelectorAll(".legend .letter")) {
    const letter = sign.textContent ?? "";
    if (!letters.has(letter)) letters.set(letter, sign);
  }
  // With one scheme the letters to choose from are the legend; with several, a letter means this here and that there.
  const legends = [...document.querySelectorAll(".legend")].map(legend => /** @type {HTMLElement} */ (legend));

  /** @param {string} name @param {string} value @param {Node[]} shown */
  function choice(name, value, ...shown) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name, value });
    label.append(box, ...shown);
    return label;
  }

  for (const [letter, sign] of letters) {
    const shown = document.createElement("span");
    shown.className = legends.length > 1 ? "letter" : sign.className;
    shown.textContent = letter;
    const text = document.createElement("span");
    if (legends.length === 1) text.append(...[...sign.closest("div")?.querySelector("dd")?.childNodes ?? []].map(node => node.cloneNode(true)));
    part(".filter-letters").append(choice("letter", letter, shown, text));
  }
  if (legends.length === 1) legends[0].hidden = true;
  for (const [slug, head] of roles) {
    const name = document.createElement("span");
    name.className = head.className;
    name.textContent = head.querySelector("abbr")?.title || (head.querySelector("a")?.textContent ?? slug);
    const item = document.createElement("li");
    item.append(choice("role", slug, name));
    part(".filter-roles ul").append(item);
  }

  /** @param {string} name @returns {HTMLInputElement[]} */
  const boxes = name => [...form.querySelectorAll(`input[name=${name}]`)].map(box => /** @type {HTMLInputElement} */ (box));
  /** @param {string} name */
  const chosen = name => boxes(name).filter(box => box.checked).map(box => box.value);

  // MARK: Filter

  function show() {
    const chosenRoles = new Set(chosen("role"));
    const chosenLetters = new Set(chosen("letter"));
    const isFiltered = chosenRoles.size + chosenLetters.size > 0;
    const keepsOthers = chosenRoles.size > 0 && others.checked;
    let shown = 0;
    let all = 0;
    for (const { table, heads, rows, roles, isCounted } of matrices) {
      /** @param {Cell} cell @param {number} column */
      const matches = ({ letters }, column) => letters.length > 0
        && (chosenRoles.size === 0 || chosenRoles.has(roles[column]))
        && (chosenLetters.size === 0 || letters.some(letter => chosenLetters.has(letter)));
      const used = heads.map(() => !isFiltered);
      for (const { row, cells } of rows) {
        const met = cells.map(matches);
        row.hidden = isFiltered && !met.includes(true);
        if (row.hidden) continue;
        cells.forEach(({ cell, letters }, column) => {
          if (met[column] || (keepsOthers && letters.length > 0)) used[column] = true;
          cell.classList.toggle("is-quiet", isFiltered && !met[column] && !keepsOthers);
        });
      }
      heads.forEach((head, column) => {
        head.classList.toggle("is-chosen", chosenRoles.has(roles[column]));
        for (const row of table.rows) if (row.cells.length > 1) row.cells[column + 1].hidden = !used[column];
      });
      const visible = rows.filter(({ row }) => !row.hidden);
      for (const body of table.tBodies) body.hidden = [...body.rows].every(row => row.hidden || row.cells.length === 1);
      count(table, visible);
      const around = /** @type {HTMLElement | null} */ (table.closest(".table-part"));
      if (around) around.hidden = isFiltered && visible.length === 0;
      if (isCounted) {
        shown += visible.length;
        all += rows.length;
      }
    }
    for (const section of document.querySelectorAll(".matrix-section")) {
      /** @type {HTMLElement} */ (section).hidden = section.querySelector(".table-part:not([hidden])") === null;
    }
    part(".filter-others").hidden = chosenRoles.size === 0;
    part("button[type=reset]").hidden = !isFiltered;
    const names = chosen("role").map(slug => roles.get(slug)?.querySelector("a")?.textContent ?? slug);
    part(".filter-chosen").textContent = names.length ? names.join(", ") : words.all ?? "";
    part(".filter-count").textContent = isFiltered
      ? (words.count ?? "").replace("{shown}", String(shown)).replace("{all}", String(all)) : "";
  }

  /** The totals under the rows that are shown.
   * @param {HTMLTableElement} table @param {Row[]} rows */
  function count(table, rows) {
    for (const row of table.tFoot?.rows ?? []) {
      const letter = row.querySelector(".letter")?.textContent;
      if (!letter) continue;
      [...row.cells].slice(1).filter(cell => !cell.matches(".margin")).forEach((cell, column) => {
        cell.textContent = String(rows.filter(({ cells }) => cells[column].letters.includes(letter)).length || "");
      });
    }
  }

  // MARK: Address

  /** @param {string} key @returns {string[]} */
  function inAddress(key) {
    const match = new RegExp(`(?:^#|&)${key}=([^&]*)`).exec(location.hash);
    try {
      return match ? match[1].split(",").map(decodeURIComponent) : [];
    } catch {
      return [];
    }
  }

  function write() {
    const state = [["roles", chosen("role")], ["letters", chosen("letter")]]
      .filter(([, values]) => values.length)
      .map(([key, values]) => `${key}=${/** @type {string[]} */ (values).map(encodeURIComponent).join(",")}`);
    if (state.length && !others.checked) state.push("others=no");
    history.replaceState(null, "", state.length ? "#" + state.join("&") : location.pathname + location.search);
  }

  function restore() {
    // A link to a heading is no choice: what was chosen stays.
    if (location.hash && !/(?:^#|&)(?:roles|letters)=/.test(location.hash)) return;
    for (const [name, key] of [["role", "roles"], ["letter", "letters"]]) {
      const values = new Set(inAddress(key));
      for (const box of boxes(name)) box.checked = values.has(box.value);
    }
    others.checked = !inAddress("others").includes("no");
    show();
  }

  const menu = /** @type {HTMLDetailsElement} */ (part(".filter-roles"));
  form.addEventListener("change", () => { show(); write(); });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => {
    // After the form has reset itself, its button is gone: the focus goes on to what stood before it.
    setTimeout(() => { show(); write(); part("summary").focus(); });
  });
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    part("summary").focus();
  });
  menu.addEventListener("focusout", event => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  document.addEventListener("click", event => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  addEventListener("hashchange", restore);
  restore();
  show();

  // MARK: Arrow keys

  /** Where each arrow goes: rows down, columns on.
   * @type {Record<string, [number, number]>} */
  const ways = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  /** What takes the focus in a cell: its link, or the cell itself.
   * @param {HTMLTableCellElement} cell */
  function focus(cell) {
    const link = cell.querySelector("a");
    if (!link) cell.tabIndex = -1;
    (link ?? cell).focus();
    bringOut(cell);
  }

  /** A browser takes a cell for visible when most of it is: brings out what the first column or the edge of the box hides.
   * @param {HTMLTableCellElement} cell */
  function bringOut(cell) {
    const box = cell.closest(".table-box");
    const fixed = /** @type {HTMLTableRowElement} */ (cell.parentElement).cells[0];
    if (!box || cell === fixed) return;
    const [at, head, around] = [cell, fixed, box].map(each => each.getBoundingClientRect());
    const isRTL = getComputedStyle(box).direction === "rtl";
    const [start, end] = isRTL ? [around.left, head.left] : [head.right, around.right];
    if (at.left < start) box.scrollLeft += at.left - start;
    else if (at.right > end) box.scrollLeft += at.right - end;
  }

  for (const { table, rows } of matrices) {
    const first = rows[0]?.cells[0]?.cell;
    if (first) first.tabIndex = 0;
    table.addEventListener("keydown", event => {
      const cell = event.target instanceof Element ? event.target.closest("th, td") : null;
      if (!(cell instanceof HTMLTableCellElement) || event.altKey || event.metaKey) return;
      const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
      const open = [...table.rows].filter(each => each.cells.length > 1 && !each.hidden && !each.closest("tfoot"));
      const line = [...row.cells].filter(each => !each.hidden && !each.matches(".margin"));
      const isRTL = getComputedStyle(table).direction === "rtl";
      /** @type {HTMLTableCellElement | undefined} */
      let next;
      if (event.key in ways) {
        const [down, on] = ways[event.key];
        next = down ? open[open.indexOf(row) + down]?.cells[cell.cellIndex] : line[line.indexOf(cell) + (isRTL ? -on : on)];
      } else if (event.key === "Home") {
        next = event.ctrlKey ? open[0]?.cells[0] : line[0];
      } else if (event.key === "End") {
        next = event.ctrlKey ? open.at(-1)?.cells[cell.cellIndex] : line.at(-1);
      }
      if (!next) return;
      event.preventDefault();
      focus(next);
    });
  }
})();
