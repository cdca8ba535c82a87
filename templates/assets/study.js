// @ts-check
/* Flashcards and a quiz over the questions of the page, which works without them: each question opens to its answer.
   What was answered is kept in the browser alone, in boxes: 0 not seen yet, 1 missed, 2 known once, 3 known again. */
(() => {
  "use strict";

  /** @typedef {{id: string, kind: string, group: string, color: string, ask: string, subject: string, note: string,
   *   right: string[], wrong: string[], answer: Node[]}} Question */

  const desk = document.querySelector(".desk");
  if (!(desk instanceof HTMLElement)) return;

  /** @template {Element} T @param {string} selector @param {new () => T} kind @param {ParentNode} [within] @returns {T} */
  function find(selector, kind, within = desk ?? document) {
    const found = within.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
    return found;
  }

  /** @param {string} text @param {Record<string, number>} values */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));

  /** @param {string} name @param {Record<string, string>} [attributes] @param {(Node | string)[]} children */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  // The questions, as the page has them.

  /** @type {Question[]} */
  const questions = [...document.querySelectorAll("details.question")].map(details => {
    const data = /** @type {HTMLElement} */ (details).dataset;
    const summary = find("summary", HTMLElement, details);
    const texts = [...details.querySelectorAll(".right-answers li")].map(item => item.textContent ?? "");
    const isAny = details.querySelector(".right-any") !== null;
    return {
      id: data.id ?? "", kind: data.kind ?? "", group: data.group ?? "", color: [...details.classList].find(name => /^g\d+$/.test(name)) ?? "g0",
      ask: details.closest(".study-part")?.querySelector("h3")?.textContent ?? "",
      subject: summary.firstChild?.textContent?.trim() ?? "", note: summary.querySelector(".question-note")?.textContent ?? "",
      right: isAny ? texts : [texts.join("; ")],
      wrong: [1, 2, 3].flatMap(number => data[`other-${number}`] ?? []),
      answer: [...details.querySelectorAll(":scope > :not(summary)")],
    };
  });

  // Progress: kept where the browser allows it, else for as long as the page is open.

  const key = "handbook-study:" + desk.dataset.store;
  /** @type {Record<string, number>} */
  let boxes = {};
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
    for (const { id } of questions) if (Number.isInteger(kept?.[id])) boxes[id] = Math.min(3, Math.max(0, kept[id]));
  } catch { /* Nothing is kept. */ }

  function keep() {
    try {
      if (Object.keys(boxes).length) localStorage.setItem(key, JSON.stringify(boxes)); else localStorage.removeItem(key);
    } catch { /* It lasts as long as the page. */ }
    showProgress();
  }

  function showProgress() {
    const known = questions.filter(({ id }) => boxes[id] >= 2).length;
    const text = find(".desk-known", HTMLElement);
    text.textContent = filled(text.dataset.text ?? "", { known, count: questions.length });
    const bar = find(".desk-bar", HTMLElement);
    bar.replaceChildren(...[0, 1, 2, 3].map(box => {
      const part = element("span", { class: `box-${box}` });
      part.style.flexGrow = String(questions.filter(({ id }) => (boxes[id] ?? 0) === box).length);
      return part;
    }));
    find(".desk-forget", HTMLElement).hidden = Object.keys(boxes).length === 0;
  }

  // Chance, from a seed.

  let seed = (Date.now() ^ (performance.now() * 4096)) >>> 0;
  /** A number from 0 up to 1, by mulberry32. */
  function chance() {
    seed = (seed + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** @template T @param {T[]} items @returns {T[]} */
  function shuffled(items) {
    const mixed = [...items];
    for (let index = mixed.length - 1; index > 0; index--) {
      const other = Math.floor(chance() * (index + 1));
      [mixed[index], mixed[other]] = [mixed[other], mixed[index]];
    }
    return mixed;
  }

  // A round.

  const choice = find(".desk-choice", HTMLFormElement);
  const round = find(".desk-round", HTMLElement);
  const result = find(".desk-result", HTMLElement);
  const card = find(".flashcard", HTMLElement);
  const keys = find(".flash-keys", HTMLElement);
  const quiz = find(".quiz", HTMLFormElement);
  const said = find(".desk-said", HTMLElement);
  let mode = "quiz";
  /** @type {Question[]} */
  let asked = [];
  /** @type {Question[]} */
  let missed = [];
  let place = 0;
  let done = 0;

  /** @param {HTMLElement} part */
  function show(part) {
    for (const other of [choice, round, result]) other.hidden = other !== part;
    // The head of the desk stays in sight, so that nothing jumps.
    if (desk && desk.getBoundingClientRect().top < 0) desk.scrollIntoView({ block: "start" });
  }

  /** Those that the reader wants to be asked, the least known first. */
  function chosen() {
    const wanted = new FormData(choice);
    const [kinds, groups] = [wanted.getAll("kind"), wanted.getAll("group")];
    const hasGroups = choice.querySelector("[name=group]") !== null;
    const fitting = questions.filter(question =>
      kinds.includes(question.kind) && (!hasGroups || groups.includes(question.group)) && (mode === "cards" || question.wrong.length > 0));
    // Within a box every kind has its turn, so that the commonest does not fill a short round.
    /** @type {Map<string, number>} */
    const turns = new Map();
    const ranked = shuffled(fitting).map(question => {
      const box = boxes[question.id] ?? 0;
      const turn = (turns.get(box + question.kind) ?? 0) + 1;
      turns.set(box + question.kind, turn);
      return { question, box, turn };
    });
    ranked.sort((a, b) => a.box - b.box || a.turn - b.turn);
    const size = Number(wanted.get("size")) || ranked.length;
    return shuffled(ranked.slice(0, size).map(({ question }) => question));
  }

  /** @param {Question[]} some */
  function begin(some) {
    find(".desk-none span", HTMLElement).hidden = some.length > 0;
    if (!some.length) return;
    asked = some;
    missed = [];
    place = done = 0;
    card.hidden = keys.hidden = mode !== "cards";
    quiz.hidden = mode !== "quiz";
    show(round);
    ask();
  }

  function ask() {
    const question = asked[place];
    const text = find(".round-place", HTMLElement);
    text.textContent = filled(text.dataset.text ?? "", { number: place + 1, count: asked.length });
    said.textContent = "";
    const part = mode === "cards" ? card : quiz;
    part.dataset.kind = question.kind;
    part.classList.remove(...[...part.classList].filter(name => /^g\d+$/.test(name)));
    // A card of a question that asks for a role would give it away by its colour.
    part.classList.add("g", ["purpose", "accountable", "responsible", "drives"].includes(question.kind) ? "g0" : question.color);
    for (const name of /** @type {const} */ (["ask", "subject", "note"])) find("." + name, HTMLElement, part).textContent = question[name];
    if (mode === "cards") turn(false); else offer(question);
  }

  /** @param {boolean} knew */
  function answered(knew) {
    const question = asked[place];
    boxes[question.id] = knew ? Math.min(3, Math.max(2, (boxes[question.id] ?? 0) + 1)) : 1;
    if (!knew) missed.push(question);
    done += 1;
    keep();
  }

  function next() {
    place += 1;
    if (place < asked.length) ask(); else finish();
  }

  function finish() {
    if (!done) return choose();
    const text = find(".result-score", HTMLElement);
    text.textContent = filled(text.dataset.text ?? "", { right: done - missed.length, count: done });
    find(".missed", HTMLElement).replaceChildren(...missed.map(question => element(
      "li", { class: "g " + question.color }, element("p", { class: "missed-question" }, question.ask + " ", element("strong", {}, question.subject),
        ...(question.note ? [" ", element("span", { class: "question-note" }, question.note)] : [])), ...copies(question))));
    find(".result-missed", HTMLElement).hidden = find(".result-again", HTMLElement).hidden = missed.length === 0;
    show(result);
    find("h3", HTMLElement, result).focus();
  }

  function choose() {
    show(choice);
    find("[name=mode]", HTMLElement, choice).focus();
  }

  /** @param {Question} question */
  const copies = question => question.answer.map(node => node.cloneNode(true));

  // Flashcards.

  const front = find(".flash-front", HTMLElement);
  const back = find(".flash-back", HTMLElement);
  const answer = find(".flash-answer", HTMLElement);

  /** @param {boolean} isOpen */
  function turn(isOpen) {
    answer.replaceChildren(...(isOpen ? copies(asked[place]) : []));
    answer.hidden = back.hidden = !isOpen;
    front.hidden = isOpen;
    if (isOpen) answer.focus(); else find("button", HTMLElement, front).focus();
  }

  /** @param {boolean} knew */
  function judge(knew) {
    answered(knew);
    next();
  }

  front.addEventListener("click", () => turn(true));
  back.addEventListener("click", event => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (button) judge(button.value === "yes");
  });
  document.addEventListener("keydown", event => {
    const target = event.target instanceof Element ? event.target : document.body;
    const isHere = target === document.body || round.contains(target);
    if (round.hidden || card.hidden || !isHere || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if ((event.key === " " || event.key === "Enter") && !target.closest("button, a")) turn(answer.hidden);
    else if (event.key === "ArrowRight" && !answer.hidden) judge(true);
    else if (event.key === "ArrowLeft" && !answer.hidden) judge(false);
    else return;
    event.preventDefault();
  });

  // The quiz.

  const check = find(".quiz-check", HTMLElement);
  const onward = find(".quiz-next", HTMLElement);
  const feedback = find(".quiz-feedback", HTMLElement);
  const choices = find(".quiz-choices", HTMLElement);
  const answers = find("fieldset", HTMLFieldSetElement, quiz);

  /** @param {Question} question */
  function offer(question) {
    const right = shuffled(question.right)[0];
    answers.disabled = false;
    choices.replaceChildren(...shuffled([right, ...question.wrong]).map(text => element(
      "label", { class: "choice" }, element("input", { type: "radio", name: "choice", value: text, required: "" }),
      element("span", {}, text))));
    feedback.replaceChildren();
    check.hidden = false;
    onward.hidden = true;
    find("input", HTMLElement, choices).focus();
  }

  quiz.addEventListener("submit", event => {
    event.preventDefault();
    const question = asked[place];
    const picked = new FormData(quiz).get("choice");
    if (answers.disabled || typeof picked !== "string") return;
    const isRight = question.right.includes(picked);
    for (const label of choices.children) {
      const text = find("input", HTMLInputElement, label).value;
      const mark = question.right.includes(text) ? "isRight" : text === picked ? "isYours" : "";
      if (!mark) continue;
      label.classList.add(mark === "isRight" ? "is-right" : "is-wrong");
      label.append(element("span", { class: "choice-mark" }, quiz.dataset[mark] ?? ""));
    }
    answers.disabled = true;
    const word = (isRight ? quiz.dataset.right : quiz.dataset.wrong) ?? "";
    const whole = element("div", { class: "feedback-answer" }, ...copies(question));
    feedback.replaceChildren(element("p", { class: isRight ? "verdict-line is-right" : "verdict-line is-wrong" }, word), whole);
    said.textContent = isRight ? word : `${word}. ${quiz.dataset.isRight}: ${question.right.join(", ")}`;
    answered(isRight);
    check.hidden = true;
    onward.hidden = false;
    onward.focus();
  });
  onward.addEventListener("click", next);

  // The desk.

  choice.addEventListener("submit", event => {
    event.preventDefault();
    mode = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "quiz";
    begin(chosen());
  });
  find(".round-end button", HTMLElement).addEventListener("click", finish);
  find(".result-again", HTMLElement).addEventListener("click", () => begin(shuffled(missed)));
  find(".result-new", HTMLElement).addEventListener("click", choose);
  find(".desk-forget", HTMLElement).addEventListener("click", event => {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    if (!window.confirm(button.dataset.sure)) return;
    boxes = {};
    keep();
    find("[name=mode]", HTMLElement, choice).focus();
  });

  showProgress();
})();
