// @ts-check
/* Finds names: of pages and skills, by title, short form or another name, without regard to case and accents. Loaded when
   the search is first opened, with the names themselves. */
(() => {
  "use strict";

  /** @typedef {{at: number, text: string}} Word */
  /** @typedef {{text: string, folded: string, words: Word[], initials: string, weight: number, called: boolean}} Label */
  /** @typedef {{kind: number, title: string, href: string, short: string, color: string, summary: string, labels: Label[], order: number}} Name */
  /** @typedef {{score: number, marks: [number, number][]}} Fit */
  /** @typedef {Fit & {name: Name, label: Label}} Found */
  /** @typedef {{kinds: [string, string, string, string][], names: [number, string, string, string?, string[]?, string?, string?][]}} Data */

  const letters = /** @type {Record<string, string>} */ ({ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ς: "σ" });
  const word = /[\p{L}\p{N}]+/gu;

  /** A text without case and accents. @param {string} text */
  function fold(text) {
    // Most names have none of either, and need no more.
    if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
    return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[ßæœøđðþłıς]/g, letter => letters[letter]);
  }

  /** Where in a text each letter of its folded form comes from. @param {string} text */
  function places(text) {
    /** @type {number[]} */
    const found = [];
    let at = 0;
    for (const letter of text) {
      for (let rest = fold(letter).length; rest > 0; rest--) found.push(at);
      at += letter.length;
    }
    found.push(at);
    return found;
  }

  /** @param {string} text @param {number} weight @param {boolean} called @returns {Label} */
  function label(text, weight, called) {
    const folded = fold(text);
    const words = Array.from(folded.matchAll(word), match => ({ at: match.index, text: match[0] }));
    return { text, folded, words, initials: words.map(each => each.text[0]).join(""), weight, called };
  }

  /** How many typing errors lead from a word to the beginning of another: letters left out, added, changed or swapped.
   * More than `most` are not counted. @param {string} typed @param {string} meant @param {number} most */
  function errors(typed, meant, most) {
    const width = Math.min(meant.length, typed.length + most);
    /** @type {number[]} */
    let older = [];
    let last = Array.from({ length: width + 1 }, (_, index) => index);
    for (let i = 1; i <= typed.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= width; j++) {
        const isSame = typed[i - 1] === meant[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      [older, last] = [last, row];
    }
    return Math.min(...last);
  }

  /** The words of a label that fit those of a query, each with one of its own, as places in the label; nothing if one fits
   * none. @param {Label} label @param {string[]} typed @param {(typed: string, word: string) => number} fits the length that
   * fits, or 0 @returns {[number, number][] | undefined} */
  function spread({ words }, typed, fits) {
    /** @type {[number, number][]} */
    const marks = [];
    for (const each of typed) {
      let length = 0;
      const found = words.find(({ at, text }) => marks.every(mark => mark[0] !== at) && (length = fits(each, text)) > 0);
      if (!found) return undefined;
      marks.push([found.at, found.at + length]);
    }
    return marks;
  }

  /** @param {string} typed @param {string} word */
  const begins = (typed, word) => (word.startsWith(typed) ? typed.length : 0);

  /** How well a label fits, the less the better, and where. @param {Label} label @param {string} query @param {string[]} typed
   * @returns {Fit | undefined} */
  function match(label, query, typed) {
    const { folded, words, initials } = label;
    if (folded === query) return { score: 0, marks: [[0, folded.length]] };
    if (folded.startsWith(query)) return { score: 1, marks: [[0, query.length]] };
    const begun = spread(label, typed, begins);
    if (begun) return { score: begun.every((mark, index) => index === 0 || mark[0] > begun[index - 1][0]) ? 2 : 3, marks: begun };
    if (typed.length === 1 && query.length > 1 && initials.length > 1 && initials.startsWith(query)) {
      return { score: 4, marks: words.slice(0, query.length).map(({ at }) => [at, at + 1]) };
    }
    const at = query.length > 1 ? folded.indexOf(query) : -1;
    return at < 0 ? undefined : { score: 5, marks: [[at, at + query.length]] };
  }

  /** The same with small typing errors: one in a word of four letters, two from eight on.
   * @param {string[]} typed @returns {(label: Label) => Fit | undefined} */
  function guesser(typed) {
    // Names share many of their words: each is compared once.
    const known = new Map(typed.map(each => [each, /** @type {Map<string, number>} */ (new Map())]));
    let count = 0;
    /** @param {string} each @param {string} meant */
    const fits = (each, meant) => {
      const most = each.length < 4 ? 0 : each.length < 8 ? 1 : 2;
      const own = known.get(each);
      let made = own?.get(meant);
      if (made === undefined) own?.set(meant, (made = meant.startsWith(each) ? 0 : most ? errors(each, meant, most) : 1));
      if (made > most) return 0;
      count += made;
      return made ? meant.length : each.length;
    };
    return label => {
      count = 0;
      const marks = spread(label, typed, fits);
      return marks && { score: 6 + count / 10, marks };
    };
  }

  /** @param {Data} data */
  function index(data) {
    /** @type {Name[]} */
    const names = data.names.map(([kind, title, rest, short = "", aliases = [], color = "", summary = ""], order) => {
      const [, , before, after] = data.kinds[kind];
      const href = rest === "/" ? "index.html" : rest.startsWith("/") ? rest.slice(1) + "/index.html" : before + rest + after;
      const labels = [label(title, 0, false)];
      if (short) labels.push(label(short, 0.1, true));
      for (const alias of aliases) labels.push(label(alias, 0.2, true));
      return { kind, title, href, short, color, summary, labels, order };
    });

    /** The names that fit, the best first. @param {string} text @returns {Found[]} */
    function find(text) {
      const query = fold(text).trim().replace(/\s+/g, " ");
      const typed = query.match(word) ?? [];
      if (typed.length === 0) return [];
      /** @type {Found[]} */
      const found = [];
      /** @param {(label: Label) => Fit | undefined} fits @param {Set<Name>} done */
      const look = (fits, done) => {
        for (const name of names) {
          if (done.has(name)) continue;
          /** @type {Found | undefined} */
          let best;
          for (const label of name.labels) {
            const hit = fits(label);
            if (hit && hit.score + label.weight < (best?.score ?? Infinity)) best = { name, label, score: hit.score + label.weight, marks: hit.marks };
          }
          if (best) found.push(best);
        }
      };
      look(label => match(label, query, typed), new Set());
      if (found.length < 5) look(guesser(typed), new Set(found.map(each => each.name)));
      return found.sort((a, b) => a.score - b.score || a.name.kind - b.name.kind || a.label.text.length - b.label.text.length || a.name.order - b.name.order);
    }

    /** A label in pieces, those that were typed told from the others. @param {Found} found @returns {{text: string, isMarked: boolean}[]} */
    function pieces({ label: { text }, marks }) {
      const place = places(text);
      /** @type {{text: string, isMarked: boolean}[]} */
      const parts = [];
      let at = 0;
      for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
        const [start, end] = [Math.max(at, place[from]), place[to] ?? text.length];
        if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
        if (end > start) parts.push({ text: text.slice(start, end), isMarked: true });
        at = Math.max(at, end);
      }
      if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
      return parts;
    }

    return { find, pieces, kinds: data.kinds, byAddress: new Map(names.map(name => [name.href, name])) };
  }

  Object.assign(window, { handbookFind: index });
})();
