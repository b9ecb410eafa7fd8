import { isDayKey } from "./days.js";
import { cleanName } from "./habits.js";

const APP = "habits";
const VERSION = 1;
const DATA_KEY = "habits.data";
const DAMAGED_KEY = "habits.damaged";

function check(condition, problem) {
  if (!condition) throw new Error(problem);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readHabit(value) {
  check(isObject(value), "A habit is not an object.");
  const { id, name, done } = value;
  check(typeof id === "string" && id !== "", "A habit has no id.");
  check(typeof name === "string" && cleanName(name) !== "", "A habit has no name.");
  check(Array.isArray(done) && done.every(isDayKey), "A habit's days are not all dates.");
  return { id, name: cleanName(name), done: [...new Set(done)].sort() };
}

export function toText(habits) {
  return JSON.stringify({
    app: APP,
    version: VERSION,
    habits: habits.map(({ id, name, done }) => ({ id, name, done })),
  });
}

export function fromText(text) {
  const data = JSON.parse(text);
  check(isObject(data) && data.app === APP, "This is not the data of Habits.");
  check(data.version === VERSION, "This version of the data is not known.");
  check(Array.isArray(data.habits), "There is no list of habits.");
  const habits = data.habits.map(readHabit);
  const ids = new Set(habits.map((habit) => habit.id));
  check(ids.size === habits.length, "Two habits have the same id.");
  return habits;
}

function keepDamaged(text) {
  try {
    localStorage.setItem(DAMAGED_KEY, text);
  } catch {
    // Without room for a copy the text stays where it is until the next save.
  }
}

export function loadHabits() {
  let text;
  try {
    text = localStorage.getItem(DATA_KEY);
  } catch {
    return { habits: [], damaged: false }; // storage is blocked; saving will say so
  }
  if (text === null) return { habits: [], damaged: false };
  try {
    return { habits: fromText(text), damaged: false };
  } catch {
    keepDamaged(text);
    return { habits: [], damaged: true };
  }
}

export function saveHabits(habits) {
  try {
    localStorage.setItem(DATA_KEY, toText(habits));
    return true;
  } catch {
    return false;
  }
}
