// Addresses and dates as feeds write them.

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const RFC_822 =
  /^(?:(sun|mon|tue|wed|thu|fri|sat),\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4}|\d\d)\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-]\d{4}|[a-z]{1,3})$/i;
// Hours from UTC of the zone names that RFC 822 allows; a single letter other than Z is a military zone.
const ZONES = {
  z: 0,
  ut: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/** Whether a text is a complete http or https address. */
export function absoluteAddress(text) {
  if (!/^https?:\/\/\S+$/i.test(text)) {
    return false;
  }
  try {
    return new URL(text).hostname !== '';
  } catch {
    // Not an address at all, which is what was asked.
    return false;
  }
}

/** Whether a text is an absolute IRI of any scheme, such as `urn:uuid:…` or `tag:…`. */
export function absoluteIri(text) {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text);
}

/** Reads a date as Atom and JSON Feed write it; undefined when it is not one. */
export function parseRfc3339(text) {
  const match = RFC_3339.exec(text);
  if (!match) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const [zoneHours, zoneMinutes] = match.slice(8, 10).map((part) => Number(part ?? 0));
  const sign = match[7] === '-' ? -1 : 1;
  const local = localTime(year, month - 1, day, hour, minute, second);
  return local && zoneHours < 24 && zoneMinutes < 60
    ? { date: new Date(local.getTime() - sign * (zoneHours * 60 + zoneMinutes) * 60_000) }
    : undefined;
}

/** Reads a date as RSS writes it; undefined when it is not one. */
export function parseRfc822(text) {
  const match = RFC_822.exec(text.trim());
  const month = match ? MONTHS.indexOf(match[3].toLowerCase()) : -1;
  const offset = match ? zoneMinutes(match[8].toLowerCase()) : undefined;
  if (month < 0 || offset === undefined) {
    return undefined;
  }
  const shortYear = match[4].length === 2;
  const year = Number(match[4]) + (shortYear ? (Number(match[4]) < 50 ? 2000 : 1900) : 0);
  const [hour, minute, second] = match.slice(5, 8).map((part) => Number(part ?? 0));
  const local = localTime(year, month, Number(match[2]), hour, minute, second);
  return (
    local && {
      date: new Date(local.getTime() - offset * 60_000),
      shortYear,
      wrongWeekday: Boolean(match[1]) && DAYS[local.getUTCDay()] !== match[1].toLowerCase(),
    }
  );
}

function zoneMinutes(zone) {
  if (/^[+-]/.test(zone)) {
    const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3))];
    return minutes < 60 ? (zone[0] === '-' ? -1 : 1) * (hours * 60 + minutes) : undefined;
  }
  return Object.hasOwn(ZONES, zone) ? ZONES[zone] * 60 : undefined;
}

/** A time with every part in its range (a leap second counts as the second before it). */
function localTime(year, month, day, hour, minute, second) {
  const date = new Date(Date.UTC(year, month, day, hour, minute, Math.min(second, 59)));
  const real = date.getUTCMonth() === month && date.getUTCDate() === day;
  return real && hour < 24 && minute < 60 && second <= 60 ? date : undefined;
}
