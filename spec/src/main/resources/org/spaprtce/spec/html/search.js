"use strict";
/* Finds names that begin with, or contain, what is typed. INDEX comes from index.js. */
const root = document.body.dataset.root;
const form = document.querySelector("form[role=search]");
const input = form.querySelector("input");
const list = form.querySelector("ul");
const LIMIT = 12;

function rank(name, words) {
  const low = name.toLowerCase();
  if (low === words) return 0;
  if (low.startsWith(words)) return 1;
  return low.includes(words) ? 2 : 3;
}

function found(words) {
  if (words === "") return [];
  return INDEX.map((entry, place) => ({ entry, place, rank: rank(entry[0], words) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, LIMIT);
}

function show() {
  list.replaceChildren(
    ...found(input.value.trim().toLowerCase()).map(({ entry: [name, about, url] }) => {
      const link = document.createElement("a");
      link.href = root + url;
      const what = document.createElement("small");
      what.textContent = " " + about;
      link.append(name, what);
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
}

form.hidden = false;
input.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
document.addEventListener("click", (event) => {
  if (!form.contains(event.target)) list.replaceChildren();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") list.replaceChildren();
  if (event.key === "/" && document.activeElement !== input) {
    event.preventDefault();
    input.focus();
  }
});
