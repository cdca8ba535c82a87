// @ts-check
/* Opens the search: by its button, by / and by Ctrl K or Cmd K. What it searches by is loaded when it is first opened.
   Without this script the button is a link to the list of all names. */
(() => {
  "use strict";

  const box = document.getElementById("_search");
  const button = document.querySelector(".search-button");
  if (!box || !(button instanceof HTMLElement)) return;

  // The page holds a hidden box: without this script it is of no use, with it it becomes a dialog.
  const dialog = document.createElement("dialog");
  for (const { name, value } of box.attributes) dialog.setAttribute(name, value);
  dialog.hidden = false;
  dialog.ariaLabel = box.dataset.label ?? "";
  dialog.append(...box.childNodes);
  box.replaceWith(dialog);

  const words = /** @type {HTMLInputElement} */ (dialog.querySelector("[role=combobox]"));
  words.enterKeyHint = "go";
  words.autofocus = true;
  const note = /** @type {HTMLElement} */ (dialog.querySelector(".search-note"));
  const slash = /** @type {HTMLInputElement} */ (dialog.querySelector(".search-slash"));
  const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
  const key = "handbook-search-slash";
  /** @type {Promise<unknown> | undefined} */
  let loading;
  /** @type {Promise<void> | undefined} */
  let style;
  /** @type {Set<string>} */
  const loaded = new Set();

  /** Scripts and not data, since pages opened from disk cannot fetch. @param {string} address */
  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => {
        loaded.add(address);
        resolve(undefined);
      });
      script.addEventListener("error", () => {
        script.remove();
        reject(new Error(address));
      });
      document.head.append(script);
    });
  }

  /** The dialog's style goes behind that of every page, so that what a project adds comes after it.
   * @returns {Promise<unknown>} */
  function loadStyle() {
    const address = dialog.dataset.style ?? "";
    const first = document.querySelector("link[rel=stylesheet]");
    if (!address || !first) return Promise.resolve();
    return new Promise(resolve => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address;
      link.addEventListener("load", resolve);
      link.addEventListener("error", resolve);
      first.after(link);
    });
  }

  async function loadAll() {
    note.textContent = dialog.dataset.loading ?? "";
    note.hidden = false;
    try {
      await Promise.all((dialog.dataset.scripts ?? "").split(" ").filter(each => !loaded.has(each)).map(load));
      note.hidden = true;
      window.dispatchEvent(new Event("handbook-search"));
    } catch {
      note.textContent = dialog.dataset.failed ?? "";
      loading = undefined;
    }
  }

  function open() {
    if (dialog.open) return;
    // The panel of the contents would lie over it.
    for (const panel of document.querySelectorAll(":popover-open")) /** @type {HTMLElement} */ (panel).hidePopover();
    // It takes letters from the first moment on, and is seen once it has its style.
    if (!style) {
      dialog.dataset.unstyled = "";
      style = loadStyle().then(() => { delete dialog.dataset.unstyled; });
    }
    dialog.showModal();
    words.select();
    loading ??= loadAll();
  }

  /** Whether what has the focus takes letters itself. @param {EventTarget | null} target */
  function takesText(target) {
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  }

  button.setAttribute("role", "button");
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", event => {
    event.preventDefault();
    open();
  });
  button.addEventListener("keydown", event => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const isCommand = event.key.toLowerCase() === "k" && !event.shiftKey && (isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey);
    const isSlash = event.key === "/" && slash.checked && !event.ctrlKey && !event.metaKey && !takesText(event.target);
    if (!isCommand && !isSlash) return;
    // Another dialog, a menu: what is modal stays so.
    if (document.querySelector("dialog:modal:not(#_search)")) return;
    event.preventDefault();
    open();
  });

  dialog.querySelector(".search-close")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });

  // A key without Ctrl can be in the way of those who speak to their computer (WCAG 2.2, 2.1.4): it can be switched off.
  const hint = document.createElement("kbd");
  button.append(hint);

  function show() {
    const command = isApple ? "Meta+K" : "Control+K";
    button?.setAttribute("aria-keyshortcuts", slash.checked ? `/ ${command}` : command);
    hint.textContent = slash.checked ? "/" : isApple ? "⌘K" : "Ctrl K";
    hint.setAttribute("aria-hidden", "true");
  }

  try {
    slash.checked = localStorage.getItem(key) !== "off";
  } catch {
    // A browser that keeps nothing: the key works.
  }
  slash.addEventListener("change", () => {
    try {
      if (slash.checked) localStorage.removeItem(key);
      else localStorage.setItem(key, "off");
    } catch {
      // It then holds for this page alone.
    }
    show();
  });
  show();

  // From the browser's own field, which opensearch.xml has told it of.
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    words.value = asked;
    open();
  }
})();
