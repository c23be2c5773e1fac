// Asks the search of a built site, as its search page does, and prints what it finds as JSON.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const [site, ...queries] = process.argv.slice(2);
// What of a page the search needs before it shows anything.
const page = vm.createContext({
  DOCUMENTATION_OPTIONS: {},
  SPHINX_HIGHLIGHT_ENABLED: false,
  _: (text) => text,
  _ready: () => {},
  document: { getElementById: () => ({}) },
});
page.window = page;
const scripts = ["_static/language_data.js", "_static/searchtools.js", "searchindex.js"]
  .map((name) => readFileSync(join(site, name), "utf8"));
// The best comes last, as the page takes results off the end.
const ask = "var ask = (query) => Search._performSearch(...Search._parseQuery(query)).reverse();";
vm.runInContext([...scripts, ask].join("\n"), page);
const found = queries.map((query) => [query, page.ask(query).map(([docname]) => docname)]);
console.log(JSON.stringify(Object.fromEntries(found)));
