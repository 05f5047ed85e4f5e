"use strict";
// Filters, keys, and documents that open when a link leads into them; the page reads without any of it.
(() => {
  const articles = [...document.querySelectorAll("article")];
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const selects = form ? [...form.querySelectorAll("select")] : [];
  const fits = (article) => selects.every((select) => {
    const has = article.dataset[select.dataset.filter] || "";
    return !select.value || has === select.value || has.split("\n").includes(select.value);
  });
  const filter = () => {
    let count = 0;
    for (const article of articles) { article.hidden = !fits(article); count += article.hidden ? 0 : 1; }
    shown.textContent = count + " of " + articles.length + " shown";
  };
  if (form) { form.hidden = false; form.addEventListener("change", filter); filter(); }
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const around = target.closest("details");
    if (around && !around.open) { around.open = true; target.scrollIntoView(); }
    if (target.hidden) { for (const select of selects) select.value = ""; filter(); target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details")) each.open = true; });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(?:SELECT|INPUT)$/.test(event.target.tagName)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const open = articles.filter((article) => !article.hidden);
    const at = open.indexOf(document.activeElement.closest("article"));
    const next = open[Math.min(open.length - 1, Math.max(0, at + step))];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  });
})();
