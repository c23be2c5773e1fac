// Tools for readers: ticks of what is read, kept in this browser alone; links and lists to copy; a
// filter of a schedule, made of what the page shows and no more. Without it the page is whole.
(() => {
  /** @type {any} */
  const words = document.currentScript?.dataset; // in the language of the site; and the course

  /** @type {Record<string, string>} */
  let kept = {}; // by this page alone, where storage is forbidden
  try {
    kept = localStorage;
  } catch {}

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Record<string, unknown>} properties
   * @param {(string | Node)[]} content
   */
  const make = (name, properties, ...content) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...content);
    return element;
  };

  /**
   * @param {ParentNode} root
   * @param {string} selector
   */
  const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

  /**
   * @param {string} pattern of the catalog
   * @param {(string | number)[]} values what stands in its braces, which are numbered
   */
  const filled = (pattern, ...values) => pattern.replace(/\{(.)\}/g, (_, place) => `${values[place]}`);

  /** @type {(() => void)[]} */
  const counts = []; // show how many are ticked

  for (const item of all(document, ".seminar-readings > li")) {
    const line = item.querySelector("p") ?? item;
    const link = line.querySelector("a");
    const end = line.querySelector("a, .seminar-venue");
    if (!link && line.querySelector(".seminar-forthcoming")) continue;
    // Up to its first link its words stay as they are, wherever it is shown or moved to.
    const range = document.createRange();
    range.selectNodeContents(line);
    if (end && end === link) range.setEndAfter(end);
    else if (end) range.setEndBefore(end);
    const title = `${range}`;
    /** @type {string[]} */
    const key = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    // Many a reading is called "Notes".
    if (link && key.length < 3) key.push(link.href);
    const box = make("input", { type: "checkbox", ariaLabel: filled(words.read, title) });
    // Under which its tick is kept.
    box.name = `seminar-read ${new URL(words.course, document.baseURI).pathname} ${key.join(" ")}`;
    line.prepend(make("label", {}, box));
    item.classList.add("seminar-tick");
  }

  /** @param {ParentNode} root */
  const boxes = (root) => /** @type {HTMLInputElement[]} */ (all(root, ".seminar-tick input"));

  const refresh = () => {
    for (const box of boxes(document)) box.checked = box.name in kept;
    for (const count of counts) count();
  };

  const status = make("output", { className: "seminar-status" });
  document.body.append(status);

  /** @param {string} copied */
  const copy = async (copied) => {
    try {
      await navigator.clipboard.writeText(copied);
    } catch {
      return; // The reader has forbidden it.
    }
    status.replaceChildren(make("span", { className: "seminar-mark" }, words.copied));
    setTimeout(() => status.replaceChildren(), 3000); // in milliseconds
  };

  /**
   * @param {Node} node
   * @param {boolean} [isMarkdown] else as text; not given where links are not wanted
   * @returns {string} its words, in a line
   */
  const text = (node, isMarkdown) =>
    [...node.childNodes]
      .map((child) => {
        if (child instanceof Text) {
          return isMarkdown ? child.data.replace(/[\\`*_[\]<>]/g, "\\$&") : child.data;
        }
        const inner = text(child, isMarkdown);
        if (!(child instanceof HTMLElement)) return inner;
        if (child.matches(".headerlink, .seminar-mark, .seminar-open")) return "";
        if (child.matches(".seminar-venue")) return ` (${inner})`;
        if (isMarkdown == null || !(child instanceof HTMLAnchorElement)) return inner;
        return isMarkdown ? `[${inner}](<${child.href}>)` : `${inner} <${child.href}>`;
      })
      .join("")
      .replace(/\s+/g, " ");

  /**
   * @param {HTMLElement[]} rows
   * @param {boolean} isMarkdown
   * @returns {string} of each session its title and its readings
   */
  const listed = (rows, isMarkdown) =>
    rows
      .filter((row) => row.querySelector(".seminar-readings"))
      .flatMap((row) =>
        all(
          row,
          ".seminar-title, .seminar-optional > summary > span, .seminar-group, .seminar-readings > li",
        ).map((part) => {
          const words = text(part.querySelector("p") ?? part, isMarkdown).trim();
          const mark = part.matches("li") ? "- " : isMarkdown && part.matches(".seminar-title") ? "## " : "";
          return `${part.matches("li + li") ? "" : "\n"}\n${mark}${words}`;
        }),
      )
      .join("")
      .trim();

  /** @type {[string, string, RegExp?][]} */
  const SORTS = [
    ["week", "th.seminar-week"],
    ["kind", ".seminar-kind, td > .seminar-label"],
    ["speaker", ".seminar-speaker a, .seminar-speaker:not(:has(a))"],
    ["presenter", "td[data-role]", /[,،、]/],
  ];

  for (const schedule of all(document, ".seminar-schedule")) {
    const [box = make("details", {})] = all(schedule, ".seminar-tools");
    const table = /** @type {HTMLTableElement} */ (schedule.querySelector("table"));
    const rows = [...table.rows].slice(1); // without the head
    const line = make("p", {});
    box.append(line);
    box.hidden = false;

    /** @type {HTMLTableRowElement[][]} */
    const choices = [rows]; // which rows each option shows
    const filter = make("select", {}, new Option(words.all));
    for (const [sort, selector, comma] of SORTS) {
      /** @type {Map<string, HTMLTableRowElement[]>} */
      const found = new Map();
      /** @type {string[]} */
      let names = [];
      for (const row of rows) {
        const own = all(row, selector).flatMap((part) =>
          (part.dataset.name ?? text(part)).split(comma ?? "\n"),
        );
        // A week goes on until the next one.
        if (own[0] || sort !== "week") names = own;
        for (const each of names) {
          const name = each.trim();
          const having = found.get(name) ?? [];
          if (name && !having.includes(row)) found.set(name, [...having, row]);
        }
      }
      if (sort === "week") {
        for (const own of found.values()) {
          const count = make("span", { className: "seminar-counted" });
          own[0]?.cells[0]?.append(" ", count);
          counts.push(() => {
            const due = own.flatMap(boxes).filter((each) => !each.closest(".seminar-optional"));
            const done = due.filter((each) => each.checked).length;
            count.textContent = done ? filled(words.count, done, due.length) : "";
          });
        }
      }
      if (found.size < 2) continue;
      choices.push(...found.values());
      filter.append(make("optgroup", { label: words[sort] }, ...[...found.keys()].map((name) => new Option(name))));
    }
    const shown = make("output", { className: "seminar-counted" });
    filter.onchange = () => {
      const having = choices[filter.selectedIndex] ?? [];
      schedule.toggleAttribute("data-filtered", filter.selectedIndex > 0);
      dispatchEvent(new Event("focus")); // the script of the marks opens what it has folded
      for (const row of rows) row.classList.toggle("seminar-left", !having.includes(row));
      for (const body of table.tBodies) {
        body.classList.toggle("seminar-left", !body.querySelector(":scope > tr:not(.seminar-left)"));
      }
      shown.textContent = filled(words.shown, having.length);
    };
    box.after(shown);
    line.append(make("label", {}, `${words.show} `, filter));
    if (!schedule.querySelector(".seminar-expand") && table.querySelector("details")) {
      const onclick = () => all(table, "details").map((each) => each.setAttribute("open", ""));
      line.append(make("button", { onclick }, words.expand));
    }

    if (!navigator.clipboard) continue; // only pages that came by https have one
    for (const isMarkdown of table.querySelector(".seminar-readings") ? [true, false] : []) {
      const onclick = () => copy(listed(choices[filter.selectedIndex] ?? [], isMarkdown));
      line.append(make("button", { onclick }, isMarkdown ? words.markdown : words.text));
    }
    for (const title of all(table, ".seminar-title:has(a)")) {
      const link =
        /** @type {HTMLAnchorElement | null} */ (title.querySelector(".headerlink")) ??
        make("a", { className: "headerlink", href: title.querySelector("a")?.href }, "#");
      link.ariaLabel = filled(words.link, text(title));
      link.onclick = () => void copy(link.href);
      title.append(link);
    }
  }

  addEventListener("change", ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    if (!boxes(document).includes(box)) return;
    if (box.checked) kept[box.name] = "1";
    else delete kept[box.name];
    refresh();
  });
  addEventListener("pageshow", refresh);
  refresh();
})();
