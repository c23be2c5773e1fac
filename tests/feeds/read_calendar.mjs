// Reads a calendar by ical.js and prints its events as JSON, their times in UTC.
import ICAL from "ical.js";

let text = "";
for await (const part of process.stdin) text += part;
const calendar = new ICAL.Component(ICAL.parse(text));
const zones = Object.fromEntries(
  calendar.getAllSubcomponents("vtimezone").map((zone) => {
    const found = new ICAL.Timezone(zone);
    return [found.tzid, found];
  }),
);
// A zone is known by what the calendar says of it, and by nothing else.
const moment = (event, name) => {
  const property = event.getFirstProperty(name);
  if (!property) return null;
  const value = property.getFirstValue();
  if (value.isDate) return value.toString();
  const tzid = property.getParameter("tzid");
  if (tzid) value.zone = zones[tzid];
  return value.convertToZone(ICAL.Timezone.utcTimezone).toString();
};
const events = calendar.getAllSubcomponents("vevent").map((event) => ({
  uid: event.getFirstPropertyValue("uid"),
  summary: event.getFirstPropertyValue("summary"),
  description: event.getFirstPropertyValue("description") ?? "",
  status: event.getFirstPropertyValue("status"),
  sequence: event.getFirstPropertyValue("sequence"),
  start: moment(event, "dtstart"),
  end: moment(event, "dtend"),
}));
console.log(JSON.stringify(events));
