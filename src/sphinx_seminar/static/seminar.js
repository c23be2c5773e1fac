// Marks what is now. The build computes instants; this script only compares them, so that a
// reader in any time zone sees the same marks. Without it the page is whole, just unmarked.
(() => {
  "use strict";

  const LONGEST_WAIT = 6 * 60 * 60 * 1000; // in milliseconds; a sleeping device may miss a timer
  const CLOSED = ":is(.seminar-optional, .seminar-details):not([open])";
  const MARKED = ".seminar-week[data-until], .seminar-session[data-until]";

  /** @type {number | undefined} */
  let timer;

  /**
   * @param {Element} element
   * @param {string} attribute
   * @param {number} missing
   * @returns {number} milliseconds since 1970, UTC
   */
  const instant = (element, attribute, missing) => {
    const text = element.getAttribute(attribute);
    return text ? Date.parse(text) : missing;
  };

  /**
   * @param {Element} element
   * @param {number} now
   * @returns {{place: -1 | 0 | 1, boundary: number}} before, in or after its interval, and when
   *   that changes next
   */
  const compare = (element, now) => {
    const from = instant(element, "data-from", -Infinity);
    const until = instant(element, "data-until", Infinity);
    if (now < from) return { place: -1, boundary: from };
    return now < until ? { place: 0, boundary: until } : { place: 1, boundary: Infinity };
  };

  /**
   * @param {Element} root
   * @param {string} selector
   * @param {boolean} shown
   */
  const show = (root, selector, shown) => {
    for (const word of root.querySelectorAll(selector)) word.toggleAttribute("hidden", !shown);
  };

  const mark = () => {
    const now = Date.now();
    let wait = LONGEST_WAIT;
    for (const element of document.querySelectorAll(".seminar-panel, .seminar-deadline[data-until]")) {
      const { place, boundary } = compare(element, now);
      wait = Math.min(wait, boundary - now);
      if (element.matches(".seminar-panel")) element.toggleAttribute("hidden", place !== 0);
      else element.classList.toggle("seminar-past", place > 0);
    }
    document.querySelector(".seminar-session#today")?.removeAttribute("id");
    for (const element of document.querySelectorAll(MARKED)) {
      const { place, boundary } = compare(element, now);
      wait = Math.min(wait, boundary - now);
      const isWeek = element.matches(".seminar-week");
      element.classList.toggle(isWeek ? "seminar-this-week" : "seminar-next", place === 0);
      element.classList.toggle("seminar-past", place === 1);
      show(element, isWeek ? ".seminar-mark" : ".seminar-date .seminar-mark", place === 0);
      if (place === 0) element.setAttribute("aria-current", "date");
      else element.removeAttribute("aria-current");
      if (place === 0 && !isWeek && !document.getElementById("today")) element.id = "today";
    }
    for (const schedule of document.querySelectorAll(".seminar-schedule[data-until]")) {
      const { place, boundary } = compare(schedule, now);
      wait = Math.min(wait, boundary - now);
      show(schedule, ".seminar-before", place < 0);
      // A term may go on after its last session; then there is nothing to jump to.
      show(schedule, ".seminar-during", place === 0 && document.getElementById("today") !== null);
      show(schedule, ".seminar-after", place > 0);
    }
    clearTimeout(timer);
    timer = setTimeout(mark, wait);
  };

  /**
   * @param {string} text
   * @returns {string} the text without percent-encoding, or as it is where that is broken
   */
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /** Open what a link leads into, where the browser does not, and arrive at what is now. */
  const arrive = () => {
    const target = document.getElementById(decoded(location.hash.slice(1)));
    if (!target) return;
    const closed = [...document.querySelectorAll("details:not([open])")].filter((details) =>
      details.contains(target),
    );
    for (const details of closed) details.setAttribute("open", "");
    if (closed.length > 0 || target.id === "today") target.scrollIntoView();
  };

  /** @type {Element[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(CLOSED)];
    for (const details of opened) details.setAttribute("open", "");
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.removeAttribute("open");
  });

  /** The reader's own presentations; which name was picked is kept in this browser alone. */
  const pick = () => {
    for (const box of document.querySelectorAll(".seminar-my-presentations")) {
      const select = box.querySelector("select");
      const list = box.querySelector(".seminar-mine");
      if (!select || !list) continue;
      const key = `seminar-name ${location.pathname} ${select.dataset.course}`;
      const choose = () => {
        list.replaceChildren();
        for (const person of box.querySelectorAll("tbody")) {
          if (person.dataset.person !== select.value) continue;
          for (const row of person.rows) {
            const item = document.createElement("li");
            for (const cell of row.querySelectorAll("td")) {
              item.append(item.hasChildNodes() ? " · " : "", ...cell.cloneNode(true).childNodes);
            }
            list.append(item);
          }
        }
      };
      try {
        select.value = localStorage.getItem(key) ?? "";
      } catch {
        // Storage may be forbidden; then nothing is remembered.
      }
      if (select.selectedIndex < 0) select.value = "";
      choose();
      select.addEventListener("change", () => {
        choose();
        try {
          localStorage.setItem(key, select.value);
        } catch {
          // As above.
        }
      });
    }
  };

  mark();
  pick();
  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("pageshow", mark);
  document.addEventListener("visibilitychange", mark);
})();
