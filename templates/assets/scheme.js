// @ts-check
/* Light, dark, or as the system has it. It stands in the head and is not deferred, so that an earlier choice holds
   before anything is painted. */
(() => {
  "use strict";

  const root = document.documentElement;
  // What only scripts make useful has its room from the first moment on, so that nothing moves when they have run.
  root.dataset.script = "";
  const key = "handbook-scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  /** The choice made earlier. A browser that keeps nothing, as some do for pages from disk, has none. */
  function kept() {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  }

  /** @param {string} scheme */
  function keep(scheme) {
    try {
      if (scheme) localStorage.setItem(key, scheme);
      else localStorage.removeItem(key);
    } catch {
      // The choice then holds for this page alone.
    }
  }

  /** @param {string} scheme `light`, `dark`, or anything else for the system's own */
  function show(scheme) {
    const chosen = scheme === "light" || scheme === "dark" ? scheme : "";
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    document.querySelector("meta[name=color-scheme]")?.setAttribute("content", chosen || "light dark");
    // What a browser paints its own bars with.
    const paper = document.querySelector("meta[name=theme-color]");
    const isDark = chosen ? chosen === "dark" : dark.matches;
    paper?.setAttribute("content", paper.getAttribute(isDark ? "data-dark" : "data-light") ?? "");
    for (const select of document.querySelectorAll(".scheme select")) {
      if (select instanceof HTMLSelectElement) select.value = chosen;
    }
  }

  show(kept());

  document.addEventListener("DOMContentLoaded", () => show(kept()));

  document.addEventListener("change", event => {
    const select = event.target;
    if (!(select instanceof HTMLSelectElement) || !select.closest(".scheme")) return;
    keep(select.value);
    show(select.value);
  });

  dark.addEventListener("change", () => show(root.dataset.theme ?? ""));

  // Chosen in another tab, or since this page was left.
  window.addEventListener("storage", event => {
    if (event.key === key || event.key === null) show(kept());
  });
  window.addEventListener("pageshow", event => {
    if (event.persisted) show(kept());
  });
})();
