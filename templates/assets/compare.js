// @ts-check
/* The picker on the page of comparisons: two to four roles side by side, the choice in the address.
   The page works without it: it lists every pair that has a page. */
(() => {
  "use strict";

  /** @typedef {{slug: string, title: string, href: string, color: string, facts: string[][]}} Role */
  /** @typedef {{labels: string[], roles: Role[], pages: Record<string, string>}} Data */

  const data = /** @type {{handbookCompare?: Data}} */ (/** @type {unknown} */ (window)).handbookCompare;
  const form = document.querySelector("form.picker");
  const result = document.querySelector(".picker-result");
  if (!data || !(form instanceof HTMLFormElement) || !(result instanceof HTMLElement)) return;

  const selects = [...form.querySelectorAll("select")];
  const only = /** @type {HTMLInputElement} */ (form.querySelector("input[type=checkbox]"));
  const words = result.dataset;
  const bySlug = new Map(data.roles.map(role => [role.slug, role]));
  /** @param {string} text */
  const key = text => text.trim().toLowerCase().replace(/\s+/g, " ");

  for (const select of selects) {
    for (const role of data.roles) select.add(new Option(role.title, role.slug));
  }

  /** @returns {Role[]} */
  function chosen() {
    const slugs = [...new Set(selects.map(select => select.value))];
    return slugs.flatMap(slug => bySlug.get(slug) ?? []);
  }

  /** The choice in the address: #roles=a,b,c
   * @returns {string[]} */
  function inAddress() {
    const match = /(?:^#|&)roles=([^&]*)/.exec(location.hash);
    return match ? decodeURIComponent(match[1]).split(",").filter(slug => bySlug.has(slug)).slice(0, selects.length) : [];
  }

  /** @param {string} name @param {Record<string, string>} [attributes] @param {(Node | string)[]} children */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  /** @param {Role[]} roles */
  function table(roles) {
    const head = element("tr", {}, element("td"));
    for (const role of roles) {
      head.append(element("th", { scope: "col", class: role.color }, element("a", { href: role.href }, role.title)));
    }
    const body = element("tbody");
    data?.labels.forEach((label, index) => {
      const lists = roles.map(role => role.facts[index]);
      if (lists.every(list => list.length === 0)) return;
      const sets = lists.map(list => new Set(list.map(key)));
      /** @param {string} text */
      const inAll = text => sets.every(set => set.has(key(text)));
      const row = element("tr", {}, element("th", { scope: "row" }, label));
      let differs = false;
      lists.forEach((list, column) => {
        const items = list.filter(item => !(only.checked && inAll(item)));
        differs ||= list.some(item => !inAll(item));
        const cell = element("td", { class: roles[column].color });
        const entries = items.map(item => element("li", inAll(item) ? { class: "is-both" } : {}, item));
        cell.append(entries.length ? element("ul", {}, ...entries) : element("span", { class: "blank" }, "–"));
        row.append(cell);
      });
      if (differs || !only.checked) body.append(row);
    });
    return element("table", { class: "versus-table" }, element("thead", {}, head), body);
  }

  function show() {
    const roles = chosen();
    const slugs = roles.map(role => role.slug);
    const hash = slugs.length ? "#roles=" + slugs.map(encodeURIComponent).join(",") : "";
    if (location.hash !== hash && (hash || inAddress().length)) history.replaceState(null, "", hash || location.pathname + location.search);
    result?.replaceChildren();
    if (roles.length < 2 || !result) return;
    const page = data?.pages[[...slugs].sort().join(",")];
    if (page) result.append(element("p", { class: "onward" }, element("a", { href: page }, words.page ?? "")));
    const made = table(roles);
    result.append(element("div", { class: "table-box", role: "group", tabindex: "0", "aria-label": words.label ?? "" }, made));
    made.dispatchEvent(new Event("handbook-table", { bubbles: true }));
  }

  function restore() {
    const slugs = inAddress();
    selects.forEach((select, index) => { select.value = slugs[index] ?? ""; });
    show();
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", event => event.preventDefault());
  window.addEventListener("hashchange", restore);
  restore();
})();
