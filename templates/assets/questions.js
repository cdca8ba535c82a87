// @ts-check
/* Questions on a page: gathers the cast that the answers ask for, and keeps the answers in the address.
   The page works without it: every answer stands beside what follows from it. All that this script shows is on the page
   already, hidden. */
(() => {
  "use strict";

  const form = document.querySelector("form.inquiry-form");
  const cast = document.querySelector(".gathered");
  if (!(form instanceof HTMLFormElement) || !(cast instanceof HTMLElement)) return;

  /** @param {ParentNode} place @param {string} selector */
  const all = (place, selector) => /** @type {HTMLElement[]} */ ([...place.querySelectorAll(selector)]);

  const choices = /** @type {HTMLInputElement[]} */ (all(form, "input[type=radio]"));
  const questions = [...new Set(choices.map(choice => choice.name))];
  const settled = all(form, "[data-settled] [data-answer]").map(answer => answer.dataset.answer ?? "");
  const roles = all(cast, ".gathered-roles > [data-role]");
  const shapes = all(cast, "[data-shape]");
  const count = cast.querySelector(".gathered-count");
  const nothingOpen = cast.querySelector("[data-nothing-open]");

  /** The answers in the address: #question=answer&question=answer
   * @returns {Map<string, string>} */
  function inAddress() {
    const found = new Map();
    for (const pair of location.hash.slice(1).split("&")) {
      const [question, answer] = pair.split("=").map(decoded);
      if (answer !== undefined && questions.includes(question)) found.set(question, answer);
    }
    return found;
  }

  /** @param {string} text */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function keep() {
    const pairs = choices.filter(choice => choice.checked).map(choice => [choice.name, choice.value].map(encodeURIComponent).join("="));
    if (pairs.length === 0 && inAddress().size === 0) return;
    history.replaceState(null, "", pairs.length ? "#" + pairs.join("&") : location.pathname + location.search);
  }

  function show() {
    const given = choices.filter(choice => choice.checked).map(choice => `${choice.name}=${choice.value}`);
    const answers = new Set([...settled, ...given]);
    const asked = new Set();
    for (const role of roles) {
      let isAsked = false;
      for (const reason of all(role, "[data-answer]")) {
        reason.hidden = !answers.has(reason.dataset.answer ?? "");
        isAsked ||= !reason.hidden;
      }
      role.hidden = !isAsked;
      if (isAsked) asked.add(role.dataset.role);
    }
    if (count instanceof HTMLElement) {
      const values = { answered: given.length, count: questions.length, roles: asked.size };
      count.textContent = (count.dataset.text ?? "").replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
    }
    showFit(asked);
    showOpen(asked);
  }

  /** The team whose cast is nearest: most roles in common among those that are asked for or needed there.
   * @param {Set<string | undefined>} asked */
  function showFit(asked) {
    let best = -1;
    let fit = null;
    for (const shape of shapes) {
      const members = all(shape, "[data-list=members] [data-role]");
      const common = members.filter(member => asked.has(member.dataset.role)).length;
      const needed = members.filter(member => !asked.has(member.dataset.role) && !("optional" in member.dataset)).length;
      const share = asked.size ? common / (asked.size + needed) : 0;
      if (share > best) [best, fit] = [share, shape];
    }
    for (const shape of shapes) {
      shape.hidden = shape !== fit || best === 0;
      for (const list of all(shape, "[data-list]")) {
        const isMembers = list.dataset.list === "members";
        for (const role of all(list, "[data-role]")) role.hidden = asked.has(role.dataset.role) === isMembers;
        list.hidden = all(list, "[data-role]").every(role => role.hidden);
      }
    }
  }

  /** Tasks and stages for which somebody is missing: all who answer for a task are needed, of those who do it one.
   * @param {Set<string | undefined>} asked */
  function showOpen(asked) {
    let isAny = false;
    for (const entry of all(/** @type {HTMLElement} */ (cast), "[data-open]")) {
      let isOpen = false;
      for (const need of all(entry, "[data-needs]")) {
        const people = all(need, "[data-role]");
        const here = people.filter(role => asked.has(role.dataset.role));
        need.hidden = need.dataset.needs === "all" ? here.length === people.length : here.length > 0;
        for (const role of people) role.hidden = here.includes(role);
        isOpen ||= !need.hidden;
      }
      entry.hidden = !isOpen;
      isAny ||= isOpen;
    }
    if (nothingOpen instanceof HTMLElement) nothingOpen.hidden = isAny;
  }

  function restore() {
    const found = inAddress();
    // An address that leads to a heading says nothing of the answers.
    if (found.size === 0 && location.hash !== "") return;
    for (const choice of choices) choice.checked = found.get(choice.name) === choice.value;
    show();
  }

  form.addEventListener("change", () => {
    keep();
    show();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    keep();
    show();
  }));
  window.addEventListener("hashchange", restore);
  cast.hidden = false;
  restore();
  show();
})();
