// @ts-check
// A page that has moved sends readers on by itself, but to the top of the other page. This takes the anchor along.
(() => {
  const target = document.currentScript?.dataset.target;
  if (!target || location.hash.length < 2) return;
  // What the rest of this page would do, to lead on without the anchor, is not to happen any more.
  window.stop();
  location.replace(target + location.hash);
})();
