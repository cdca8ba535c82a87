// @ts-check
/* The filter over the cards of the home page: by words as one types, by group, side and stage; the choice stands in the
   address. Without it all cards are there. */
(() => {
  "use strict";

  const form = document.querySelector("form.filter");
  const told = form?.querySelector("output");
  const clear = form?.querySelector("button");
  if (!(form instanceof HTMLFormElement) || !told || !clear) return;

  /** @param {string} text */
  const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const groups = [...document.querySelectorAll(".sheet > .group")].map(section => {
    const header = /** @type {Element} */ (section.firstElementChild);
    const cards = [...section.querySelectorAll(".card")].map(card => {
      const { words = "", side = "", stages = "" } = /** @type {HTMLElement} */ (card).dataset;
      return { card, words: folded(`${card.textContent} ${words}`), side, stages: stages.split(" ") };
    });
    return { section: /** @type {HTMLElement} */ (section), header, cards };
  });
  const all = groups.reduce((sum, group) => sum + group.cards.length, 0);
  const names = ["text", "group", "side", "stage"];

  /** @param {string} name */
  const field = name => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));
  /** @param {string} name */
  const value = name => field(name)?.value.trim() ?? "";

  function show() {
    const words = folded(value("text")).split(/\s+/);
    const [group, side, stage] = ["group", "side", "stage"].map(value);
    let count = 0;
    for (const each of groups) {
      // Cards that do not match leave the page: what is left is laid out as a whole sheet.
      const cards = each.cards.filter(
        card =>
          (!group || each.section.id === group) &&
          (!side || card.side === side) &&
          (!stage || card.stages.includes(stage)) &&
          words.every(word => card.words.includes(word)),
      );
      each.section.replaceChildren(each.header, ...cards.map(({ card }) => card));
      each.section.hidden = cards.length === 0;
      count += cards.length;
    }
    const isFiltered = names.some(name => value(name) !== "");
    const { count: template = "", none = "" } = told.dataset;
    told.textContent = !isFiltered ? "" : count === 0 ? none : template.replace("{count}", String(count)).replace("{all}", String(all));
    clear.hidden = !isFiltered;
  }

  function remember() {
    const chosen = new URLSearchParams(names.filter(name => value(name)).map(name => [name, value(name)]));
    try {
      history.replaceState(null, "", chosen.size ? `#${chosen}` : location.pathname + location.search);
    } catch {
      // Some browsers let no script change the address of a page on disk.
    }
  }

  function recall() {
    if (!location.hash.includes("=")) return;
    const chosen = new URLSearchParams(location.hash.slice(1));
    for (const name of names) {
      const input = field(name);
      if (input) input.value = chosen.get(name) ?? "";
    }
    show();
  }

  form.addEventListener("input", () => {
    show();
    remember();
  });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => {
    setTimeout(() => {
      show();
      remember();
      field("text")?.focus();
    });
  });
  addEventListener("hashchange", recall);
  recall();
})();
