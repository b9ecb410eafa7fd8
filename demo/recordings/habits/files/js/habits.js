export const MAX_NAME = 60;

export function cleanName(text) {
  const name = text.replace(/\s+/g, " ").trim();
  // Cut by whole characters, so that no emoji is split; the cut may leave a space at the end.
  return Array.from(name).slice(0, MAX_NAME).join("").trim();
}

function newId() {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

function replaceHabit(habits, id, change) {
  return habits.map((habit) => (habit.id === id ? { ...habit, ...change(habit) } : habit));
}

export function addHabit(habits, name) {
  return [...habits, { id: newId(), name, done: [] }];
}

export function renameHabit(habits, id, name) {
  return replaceHabit(habits, id, () => ({ name }));
}

export function removeHabit(habits, id) {
  return habits.filter((habit) => habit.id !== id);
}

export function moveHabit(habits, id, step) {
  const moved = [...habits];
  const from = moved.findIndex((habit) => habit.id === id);
  const to = from + step;
  if (from === -1 || to < 0 || to >= moved.length) return moved;
  const [habit] = moved.splice(from, 1);
  moved.splice(to, 0, habit);
  return moved;
}

export function toggleDay(habits, id, day) {
  return replaceHabit(habits, id, ({ done }) => ({
    done: done.includes(day) ? done.filter((one) => one !== day) : [...done, day].sort(),
  }));
}
