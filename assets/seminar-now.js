// Marks what is now: it compares instants that the build computed, so that readers in all time zones
// see the same marks. Without it the page is whole, just unmarked.
// It is not deferred: the parser runs each <seminar-now> before what is behind it is painted.
(() => {
  const LONGEST_WAIT = 60 * 1000; // in milliseconds; the timer of a sleeping machine sleeps too
  const MARKED = "[data-until], [data-from], [data-person], .seminar-pick, .seminar-unit";

  let change = Infinity; // when a mark changes next, in milliseconds since 1970, UTC
  let last = 0;
  /** @type {number | undefined} */
  let timer;

  /**
   * @param {string | undefined} text
   * @param {number} missing
   * @returns {number} milliseconds since 1970, UTC
   */
  const instant = (text, missing) => (text ? Date.parse(text) : missing);

  /**
   * @param {HTMLElement} element
   * @param {number} now
   * @returns {-1 | 0 | 1} before, in or after its interval
   */
  const compare = ({ dataset }, now) => {
    const bounds = [dataset.from, dataset.day, dataset.until].map((text) => instant(text, now));
    change = Math.min(change, ...bounds.filter((bound) => bound > now));
    if (now < instant(dataset.from, -Infinity)) return -1;
    return now < instant(dataset.until, Infinity) ? 0 : 1;
  };

  /**
   * @param {Element} root
   * @param {string} selector
   * @param {boolean} shown
   */
  const show = (root, selector, shown) => {
    for (const word of root.querySelectorAll(selector)) word.toggleAttribute("hidden", !shown);
  };

  /**
   * @param {HTMLElement} row
   * @param {number} place
   * @param {number} now
   */
  const markSession = (row, place, now) => {
    const isToday = place === 0 && now >= instant(row.dataset.day, Infinity);
    row.ariaCurrent = isToday ? "date" : null;
    if (place !== 0 || row.closest("[hidden]")) return;
    /** @type {HTMLElement | null} */
    const word = row.querySelector(".seminar-date .seminar-mark");
    if (word) {
      word.dataset.next ??= word.textContent ?? "";
      word.textContent = (isToday && word.dataset.today) || word.dataset.next;
    }
    const schedule = row.closest(".seminar-schedule");
    if (!schedule || schedule.querySelector("[data-day][id]")) return;
    let id = "today";
    for (let number = 2; document.getElementById(id); number++) id = `today-${number}`;
    row.id = id;
    schedule.querySelector(".seminar-during a")?.setAttribute("href", `#${id}`);
  };

  /**
   * @param {HTMLElement} schedule
   * @param {number} place
   * @param {number} now
   */
  const markSchedule = (schedule, place, now) => {
    /** @type {HTMLElement | null} */
    const during = schedule.querySelector(".seminar-during");
    show(schedule, ".seminar-expand", true);
    show(schedule, ".seminar-before", place < 0);
    show(schedule, ".seminar-during", place === 0 && !!during && compare(during, now) === 0);
    show(schedule, ".seminar-after", place > 0);
  };

  // A browser whose search does not look into what is folded shows all weeks.
  const canFold = "onbeforematch" in document.documentElement;

  /** @type {Record<string, string | undefined>} */
  const forbidden = {}; // what this page alone remembers where storage is forbidden

  /**
   * @param {string} name
   * @param {string} [value] to remember from now on
   */
  const remembered = (name, value = forbidden[name]) => {
    try {
      if (value != null) localStorage.setItem(name, value);
      return localStorage.getItem(name);
    } catch {
      return (forbidden[name] = value);
    }
  };

  const schedules = () =>
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".seminar-schedule"));

  /** @param {HTMLElement} schedule */
  const opened = ({ dataset }) => `seminar-past ${location.pathname} ${dataset.until}`;

  /** @param {Element} unit */
  const keyOf = (unit) =>
    `seminar-unit ${location.pathname} ${unit.querySelector(".seminar-fold")?.getAttribute("aria-label")}`;

  /**
   * @param {Element} unit
   * @returns {boolean} whether the reader has folded it, and filters nothing
   */
  const isShut = (unit) =>
    canFold && !unit.closest("[data-filtered]") && remembered(keyOf(unit)) === "shut";

  /**
   * @param {Element} unit
   * @param {string} state "shut", or nothing
   */
  const keep = (unit, state) => {
    remembered(keyOf(unit), state);
    markAgain();
  };

  /** @param {HTMLElement} schedule */
  const unfold = (schedule) => {
    schedule.dataset.unfolded = "";
    markAgain();
  };

  /** @param {HTMLElement} schedule */
  const isFolded = (schedule) =>
    canFold &&
    !schedule.matches("[data-unfolded], [data-filtered]") &&
    !remembered(opened(schedule)) &&
    Date.now() < instant(schedule.dataset.until, Infinity);

  /**
   * Fold what is past, and in units that the reader has folded all but their heads.
   *
   * @param {HTMLElement} schedule
   */
  const fold = (schedule) => {
    const line = schedule.querySelector(".seminar-past-weeks");
    const isPastFolded = line && isFolded(schedule);
    /** @type {Element | undefined} */
    let unit;
    for (const body of schedule.querySelector("table")?.tBodies ?? []) {
      const head = body.rows[0]?.cells[0];
      if (head?.matches(".seminar-unit")) unit = head;
      const around = unit;
      /** @type {(() => void) | null} what a search does that finds something in it */
      let open = null;
      if (isPastFolded && head?.matches(".seminar-past")) open = () => unfold(schedule);
      if (around && around !== head && isShut(around)) open = () => keep(around, "");
      body.hidden = open ? "until-found" : false;
      body.onbeforematch = open;
    }
    const count = schedule.querySelectorAll("tbody[hidden] th.seminar-week").length;
    for (const number of schedule.querySelectorAll(".seminar-count")) number.textContent = `${count}`;
  };

  /**
   * @param {HTMLElement} schedule
   * @param {HTMLElement} button
   */
  const expand = (schedule, button) => {
    const isOpen = button.toggleAttribute("data-open");
    for (const details of schedule.querySelectorAll("table details")) {
      details.toggleAttribute("open", isOpen);
    }
    if (isOpen) {
      for (const unit of schedule.querySelectorAll(".seminar-unit")) remembered(keyOf(unit), "");
      unfold(schedule);
    }
    const { collapse = "" } = button.dataset;
    button.dataset.collapse = button.textContent ?? "";
    button.textContent = collapse;
  };

  /** @param {HTMLSelectElement} select */
  const key = (select) => `seminar-name ${new URL(`./${select.dataset.course}`, document.baseURI)}`;

  /** @param {Element} box */
  const restore = (box) => {
    const select = box.querySelector("select");
    if (!select) return;
    select.value = remembered(key(select)) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  };

  /** @param {HTMLElement} person */
  const filter = (person) => {
    const select = person.closest(".seminar-sections, .seminar-my-presentations")?.querySelector("select");
    person.hidden = !!select?.value && select.value !== person.dataset.person;
  };

  /** @param {HTMLElement} element */
  const mark = (element) => {
    if (element.matches(".seminar-pick")) return restore(element);
    if (element.dataset.person) return filter(element);
    const now = Date.now();
    const place = compare(element, now);
    /** @type {HTMLElement | null} */
    const schedule = element.closest(".seminar-schedule");
    if (element.matches(".seminar-past-weeks")) {
      element.hidden = place !== 0 || !schedule || !isFolded(schedule);
      return;
    }
    if (element.matches(".seminar-schedule")) return markSchedule(element, place, now);
    if (element.matches(".seminar-panel")) {
      element.hidden = place !== 0;
      return;
    }
    element.classList.toggle("seminar-past", place > 0);
    if (schedule && element.matches(".seminar-week, .seminar-unit")) fold(schedule);
    if (element.matches(".seminar-unit")) {
      show(element, ".seminar-fold", canFold);
      element.querySelector(".seminar-fold")?.setAttribute("aria-expanded", `${!isShut(element)}`);
    }
    if (element.matches(".seminar-week")) {
      element.classList.toggle("seminar-this-week", place === 0);
      show(element, ".seminar-mark", place === 0);
      // A page may be painted while half of the row is there.
      if (element.parentElement?.dataset.until) mark(element.parentElement);
    } else if (element.dataset.day) {
      element.classList.toggle("seminar-next", place === 0);
      show(element, ".seminar-date .seminar-mark", place === 0);
      markSession(element, place, now);
    }
  };

  class SeminarNow extends HTMLElement {
    connectedCallback() {
      /** @type {HTMLElement | null | undefined} */
      const element = this.parentElement?.closest(MARKED);
      if (element) mark(element);
    }
  }

  const markAgain = () => {
    change = Infinity;
    for (const row of document.querySelectorAll("[data-day][id^=today]")) row.removeAttribute("id");
    for (const element of document.querySelectorAll("seminar-now")) {
      if (element instanceof SeminarNow) element.connectedCallback();
    }
    wait();
  };

  const wait = () => {
    last = Date.now();
    clearTimeout(timer);
    timer = setTimeout(
      () => (Date.now() >= change || Date.now() < last ? markAgain() : wait()),
      Math.min(LONGEST_WAIT, change - last),
    );
  };

  addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || !target.closest(".seminar-pick")) return;
    remembered(key(target), target.value);
    markAgain();
  });
  addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    /** @type {HTMLElement | null | false} */
    const schedule = button && button.closest(".seminar-schedule");
    if (!schedule || !button) return;
    if (button.matches(".seminar-expand")) expand(schedule, button);
    const unit = button.closest(".seminar-unit");
    if (unit) keep(unit, isShut(unit) ? "" : "shut");
    if (!button.closest(".seminar-past-weeks")) return;
    remembered(opened(schedule), "open");
    // What is remembered holds for each schedule of the term.
    for (const other of schedules()) if (opened(other) === opened(schedule)) unfold(other);
  });
  addEventListener("DOMContentLoaded", () => {
    // An author's own "today" may come behind the schedule.
    if (document.querySelectorAll("#today").length > 1) markAgain();
    // What has no date marks nothing.
    for (const schedule of schedules()) fold(schedule);
    wait();
  });
  addEventListener("pageshow", ({ persisted }) => persisted && markAgain());
  addEventListener("focus", markAgain);
  document.addEventListener("visibilitychange", markAgain);
  customElements.define("seminar-now", SeminarNow);
})();
