// Arrives at what a link leads to, and prints what is closed.
(() => {
  const CLOSED = ":is(.seminar-optional, .seminar-details):not([open])";

  /** @param {string} text */
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text; // its percent-encoding is broken
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

  // Firefox cuts what scrolls into pages through its lines, and leaves parts out.
  const paper = new CSSStyleSheet({ media: "print" });
  paper.insertRule("div:has(.seminar-schedule) { overflow: visible !important }");
  document.adoptedStyleSheets.push(paper);
})();
