// Makes the calendar of the person whose name is picked, as a file. The build has written down the
// events; whose they are stands in the table, so nothing is published for it, and nothing is sent.
(() => {
  const LONGEST = 75; // octets of a line (RFC 5545, 3.1)
  const octets = new TextEncoder();

  /** @typedef {{of: string, title: string, text?: string, where?: string, page?: string, lines: string[]}} CalendarEvent */
  /** @typedef {{name: string, zone: string[], stamp: string, said: string, events: CalendarEvent[]}} Calendar */

  /**
   * @param {string} line
   * @returns {string} the line in pieces of 75 octets at the most, which part no letter
   */
  const folded = (line) => {
    let pieces = "";
    let size = 0;
    for (const letter of line) {
      const own = octets.encode(letter).length;
      if (size + own > LONGEST) {
        pieces += "\r\n ";
        size = 1;
      }
      pieces += letter;
      size += own;
    }
    return `${pieces}\r\n`;
  };

  /**
   * @param {string} name
   * @param {string | undefined | null} text
   * @returns {string[]} a property (RFC 5545, 3.3.11); none where there is no text
   */
  const property = (name, text) => {
    const escaped = (text ?? "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
    return escaped ? [`${name}:${escaped.replace(/[\0-\x1f\x7f]/g, "")}`] : [];
  };

  for (const button of document.querySelectorAll("button[data-calendar]")) {
    const box = button.closest(".seminar-my-presentations");
    const select = box?.querySelector("select");
    if (!(button instanceof HTMLElement) || !box || !select) continue;
    /** @type {Calendar} */
    const calendar = JSON.parse(button.dataset.calendar ?? "");

    /**
     * @param {string} label
     * @param {string} text
     */
    const said = (label, text) => calendar.said.replace(/\{label\}|\{text\}/g, (part) => (part === "{text}" ? text : label));

    /** @returns {Map<string, [string, string][]>} role and what is presented, by the session */
    const picked = () => {
      const found = new Map();
      for (const row of box.querySelectorAll("tr[data-session]")) {
        const person = row.closest("tbody")?.dataset.person;
        if (!(row instanceof HTMLElement) || !select.value || person !== select.value) continue;
        const [, session, role] = [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "");
        const { session: key } = row.dataset;
        found.set(key, [...(found.get(key) ?? []), [role, session]]);
      }
      return found;
    };

    /** @returns {CalendarEvent[]} those of the person who is picked */
    const own = () => {
      const roles = picked();
      return calendar.events.filter((event) => roles.has(event.of));
    };

    const show = () => button.toggleAttribute("hidden", own().length === 0);

    /** @param {CalendarEvent} event */
    const lines = (event) => {
      const taken = picked().get(event.of) ?? [];
      const roles = [...new Set(taken.map(([role]) => role))].join(", ");
      const page = event.page ? new URL(event.page, location.href).href : "";
      return [
        "BEGIN:VEVENT",
        `DTSTAMP:${calendar.stamp}`,
        ...event.lines,
        ...property("SUMMARY", event.text ? event.title : said(roles, event.title)),
        ...property("DESCRIPTION", event.text ?? taken.map(([role, session]) => said(role, session)).join("\n")),
        ...property("LOCATION", event.where),
        // From a folder of this computer nobody else could open it.
        ...(/^https?:/.test(page) ? [`URL:${page}`] : []),
        "END:VEVENT",
      ];
    };

    button.addEventListener("click", () => {
      const file = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//sphinx-seminar//sphinx-seminar//EN",
        "CALSCALE:GREGORIAN",
        ...property("NAME", calendar.name),
        ...property("X-WR-CALNAME", calendar.name),
        ...calendar.zone,
        ...own().flatMap(lines),
        "END:VCALENDAR",
      ];
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(file.map(folded), { type: "text/calendar" }));
      link.download = "my-presentations.ics";
      link.click();
      URL.revokeObjectURL(link.href);
    });
    select.addEventListener("change", show);
    addEventListener("pageshow", show); // a browser may restore what was picked
    show();
  }
})();
