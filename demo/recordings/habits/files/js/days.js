// A day is a key such as "2025-03-09". Only today() looks at the phone's clock; all other sums are
// done on the calendar in UTC, where every day has 24 hours, so summer time cannot shift them.

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

function toKey(year, month, day) {
  return [
    String(year).padStart(4, "0"),
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
  ].join("-");
}

// Midnight in UTC at the start of that day.
function toDate(key) {
  return new Date(`${key}T00:00:00Z`);
}

function fromDate(date) {
  return toKey(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

export function today() {
  const now = new Date();
  return toKey(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export function addDays(key, n) {
  const date = toDate(key);
  date.setUTCDate(date.getUTCDate() + n);
  return fromDate(date);
}

export function lastSeven(today) {
  return [-6, -5, -4, -3, -2, -1, 0].map((n) => addDays(today, n));
}

export function isDayKey(value) {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = toDate(value);
  // Some browsers turn the 31st of a short month into the 1st of the next one.
  return !Number.isNaN(date.getTime()) && fromDate(date) === value;
}

export function weekday(key) {
  return WEEKDAYS[toDate(key).getUTCDay()].slice(0, 3);
}

export function dayName(key) {
  const date = toDate(key);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

export function streak(done, today) {
  const ticked = new Set(done);
  let day = ticked.has(today) ? today : addDays(today, -1);
  let days = 0;
  while (ticked.has(day)) {
    days += 1;
    day = addDays(day, -1);
  }
  return days;
}
