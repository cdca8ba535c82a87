// @ts-check
/* What the search shows: names as they are typed, and what pages say, where a server gives the index of the text. A
   combobox with a list, as the ARIA Authoring Practices describe it: the focus stays in the field. */
(() => {
  "use strict";

  /** @typedef {{text: string, isMarked: boolean}} Piece */
  /** @typedef {{excerpt: string, title: string, url: string, anchor?: {id: string}, weighted_locations: {balanced_score: number}[]}} Part */
  /** @typedef {{url: string, excerpt: string, meta: Record<string, string>, sub_results: Part[]}} Page */
  /** @typedef {{data: () => Promise<Page>}} Hit */
  /** @typedef {{options: (options: object) => Promise<void>, search: (words: string) => Promise<{results: Hit[]}>}} Pagefind */

  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("_search"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("[role=combobox]"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("[role=listbox]"));
  const note = /** @type {HTMLElement} */ (dialog.querySelector(".search-note"));
  const start = /** @type {HTMLElement} */ (dialog.querySelector(".search-start"));
  const nothing = /** @type {HTMLElement} */ (dialog.querySelector(".search-nothing"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  /** What is written, by the names of the dialog's attributes. Most come with the names.
   * @type {Record<string, string | undefined>} */
  let words = dialog.dataset;
  const root = new URL(words.root || ".", location.href);

  // Names of a kind, names in all, pages at first and with each "Show more".
  const [perKind, inAll, pagesAtOnce] = [6, 14, 10];

  /** @type {any} */
  let names;
  /** @type {Promise<Pagefind> | undefined} */
  let engine;
  let turn = 0;
  let timer = 0;

  /** @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  /** @param {Piece[]} pieces */
  const marked = pieces => pieces.map(piece => (piece.isMarked ? element("mark", {}, piece.text) : piece.text));

  /** "{count} pages". @param {string} key @param {number} count */
  const counted = (key, count) => (words[count === 1 ? `${key}One` : key] ?? "").replace("{count}", String(count));

  // --- The list

  /** @returns {HTMLElement[]} */
  const options = () => [...list.querySelectorAll("[role=option]")].map(each => /** @type {HTMLElement} */ (each));

  /** @param {HTMLElement | undefined} option */
  function choose(option) {
    for (const each of list.querySelectorAll("[aria-selected=true]")) each.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  const chosen = () => options().find(each => each.getAttribute("aria-selected") === "true");

  /** Numbers the options, and chooses the first if none is chosen. */
  function settle() {
    const all = options();
    all.forEach((each, index) => { each.id = `_search-option-${index}`; });
    input.setAttribute("aria-expanded", String(all.length > 0));
    choose(chosen() ?? all[0]);
  }

  /** @param {string} href @param {(Node | string)[]} children */
  function option(href, ...children) {
    return element("a", { class: "search-option", role: "option", "aria-selected": "false", tabindex: "-1", href }, ...children);
  }

  /** @param {string} title @param {string} label @param {Node[]} children */
  function group(title, label, ...children) {
    return element("div", { class: "search-group", role: "group", "aria-label": label }, element("p", { class: "search-kind", "aria-hidden": "true" }, title), ...children);
  }

  // --- Names

  /** @param {string} text @returns {number} how many fit */
  function showNames(text) {
    const found = names.find(text);
    /** @type {Map<number, Node[]>} */
    const groups = new Map();
    let shown = 0;
    for (const each of found) {
      const group = groups.get(each.name.kind) ?? [];
      if (shown >= inAll || group.length >= perKind) continue;
      groups.set(each.name.kind, group);
      group.push(name(each));
      shown += 1;
    }
    list.replaceChildren(...[...groups].map(([kind, entries]) => group(names.kinds[kind][1], names.kinds[kind][1], ...entries)));
    return found.length;
  }

  /** @param {any} found */
  function name(found) {
    const { name, label } = found;
    const line = element("span", { class: "search-title" }, ...marked(names.pieces(found)));
    if (label.called) {
      line.append(element("span", { class: "search-arrow", "aria-hidden": "true" }, " → "), element("span", { class: "search-target" }, name.title));
      line.append(" ", element("span", { class: "search-called" }, `(${words.called})`));
    }
    const made = option(new URL(name.href, root).href, line);
    if (name.color) made.classList.add(...name.color.split(" "), "has-color");
    if (name.short && name.short !== label.text) made.append(element("span", { class: "search-short" }, name.short));
    if (name.summary) made.append(element("span", { class: "search-summary" }, name.summary));
    return made;
  }

  // --- The text

  /** The index can be read from a server alone. */
  const isServed = location.protocol !== "file:";

  /** @returns {Promise<Pagefind>} */
  async function pagefind() {
    const module = /** @type {Pagefind} */ (await import(new URL(words.text ?? "", root).href));
    await module.options({ noWorker: true, excerptLength: 22 });
    return module;
  }

  /** What Pagefind marks and escapes, as pieces. @param {string} excerpt @returns {Piece[]} */
  function pieces(excerpt) {
    const plain = (/** @type {string} */ text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return excerpt.split(/(<mark>.*?<\/mark>)/s).filter(Boolean)
      .map(part => (part.startsWith("<mark>") ? { text: plain(part.slice(6, -7)), isMarked: true } : { text: plain(part), isMarked: false }));
  }

  /** A page, led to where most of the words stand. @param {Page} page */
  function hit(page) {
    const weight = (/** @type {Part} */ part) => part.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
    const best = page.sub_results.reduce((/** @type {Part | undefined} */ best, part) => (best && weight(best) >= weight(part) ? best : part), undefined);
    const title = page.meta.title ?? "";
    const line = element("span", { class: "search-title" }, title);
    if (best?.anchor && best.title !== title) line.append(element("span", { class: "search-section" }, " › ", best.title));
    const made = option(best?.url ?? page.url, line, element("span", { class: "search-excerpt" }, ...marked(pieces(best?.excerpt ?? page.excerpt))));
    const address = new URL(page.url, root).href.slice(root.href.length);
    const color = names.byAddress.get(address)?.color;
    if (color) made.classList.add(...color.split(" "), "has-color");
    return made;
  }

  /** @param {string} text @param {number} mine @param {number} count of names */
  async function showText(text, mine, count) {
    const zone = element("div", { class: "search-text", role: "presentation" }, heading(words.textLoading ?? ""));
    list.append(zone);
    list.setAttribute("aria-busy", "true");
    try {
      const found = await (await (engine ??= pagefind())).search(text);
      if (mine !== turn) return;
      zone.replaceChildren();
      if (found.results.length) zone.append(heading(`${words.inText} · ${counted("pages", found.results.length)}`));
      await append(found.results, 0, zone, mine);
      if (mine !== turn) return;
      tell(count, found.results.length);
    } catch {
      engine = undefined;
      if (mine !== turn) return;
      zone.remove();
      say(words.textFailed ?? "");
      tell(count, undefined);
    } finally {
      if (mine === turn) list.removeAttribute("aria-busy");
    }
  }

  /** @param {string} text */
  const heading = text => element("p", { class: "search-heading", "aria-hidden": "true" }, text);

  /** Some of the pages, by kind. @param {Hit[]} hits @param {number} from @param {Element} zone @param {number} mine */
  async function append(hits, from, zone, mine) {
    const pages = await Promise.all(hits.slice(from, from + pagesAtOnce).map(each => each.data()));
    if (mine !== turn) return;
    /** @type {Map<string, Node[]>} */
    const groups = new Map();
    for (const page of pages) {
      const kind = page.meta.kind ?? "page";
      groups.set(kind, [...(groups.get(kind) ?? []), hit(page)]);
    }
    const first = /** @type {HTMLElement | undefined} */ ([...groups.values()][0]?.[0]);
    for (const [kind, entries] of groups) {
      const title = names.kinds.find((/** @type {string[]} */ each) => each[0] === kind)?.[1] ?? kind;
      zone.append(group(title, `${words.inText}: ${title}`, ...entries));
    }
    const isMore = from > 0;
    const next = from + pagesAtOnce;
    if (next < hits.length) {
      const more = element("div", { class: "search-option search-more", role: "option", "aria-selected": "false" }, `${words.more} (${hits.length - next})`);
      more.addEventListener("click", async () => {
        more.remove();
        await append(hits, next, zone, mine);
      }, { once: true });
      zone.append(more);
    }
    if (isMore) choose(first);
    settle();
  }

  // --- What is told

  /** @param {string} text */
  function say(text) {
    note.textContent = text;
    note.hidden = !text;
  }

  /** @param {number} count of names @param {number | undefined} pages `undefined` where the text is not searched */
  function tell(count, pages) {
    const isEmpty = count === 0 && !pages;
    nothing.hidden = !isEmpty;
    const query = (pages === undefined ? words.noName : words.nothing)?.replace("{query}", () => input.value.trim()) ?? "";
    /** @type {HTMLElement} */ (nothing.firstElementChild).textContent = query;
    status.textContent = isEmpty ? query : [counted("names", count), ...(pages === undefined ? [] : [counted("pages", pages)])].join(", ");
  }

  function search() {
    const text = input.value.trim();
    const mine = ++turn;
    clearTimeout(timer);
    say("");
    nothing.hidden = true;
    start.hidden = text !== "";
    list.removeAttribute("aria-busy");
    choose(undefined);
    if (!text) {
      list.replaceChildren();
      status.textContent = "";
      return settle();
    }
    const count = showNames(text);
    list.scrollTop = 0;
    /** @type {HTMLElement} */ (list.parentElement).scrollTop = 0;
    settle();
    if (words.text && isServed) {
      timer = window.setTimeout(() => showText(text, mine, count), 120);
    } else {
      if (words.text) say(words.fromDisk ?? "");
      // Not at each letter: a screen reader would be interrupted by every one.
      timer = window.setTimeout(() => tell(count, undefined), 120);
    }
  }

  // --- Keys and pointer

  /** @param {number} step */
  function move(step) {
    const all = options();
    if (all.length === 0) return;
    const at = all.findIndex(each => each === chosen());
    const next = all[(at + step + all.length) % all.length];
    choose(next);
    next.scrollIntoView({ block: "nearest" });
    if (next === all[0]) /** @type {HTMLElement} */ (list.parentElement).scrollTop = 0;
  }

  input.addEventListener("input", search);
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      chosen()?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    }
  });
  list.addEventListener("pointermove", event => {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option instanceof HTMLElement && option !== chosen()) choose(option);
  });
  list.addEventListener("click", event => {
    const option = event.target instanceof Element ? event.target.closest("a[role=option]") : null;
    if (option && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });

  window.addEventListener("handbook-search", () => {
    const { handbookNames, handbookFind } = /** @type {any} */ (window);
    words = { ...handbookNames.words, ...dialog.dataset };
    names = handbookFind(handbookNames);
    search();
  }, { once: true });
})();
