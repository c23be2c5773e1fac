// Arrives at what a link leads to, and prints what is closed. The marks are in seminar-now.js.
(() => {
  "use strict";

  const CLOSED = ":is(.seminar-optional, .seminar-details):not([open])";

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
    if (closed.length > 0 || target.closest(".seminar-schedule")) target.scrollIntoView();
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

  arrive();
  addEventListener("hashchange", arrive);
})();
