import { today } from "./days.js";
import { addHabit, cleanName, moveHabit, removeHabit, renameHabit, toggleDay } from "./habits.js";
import { loadHabits, saveHabits } from "./store.js";
import { readFile, saveFile } from "./backup.js";
import { askConfirm, askName } from "./dialogs.js";
import { createCard } from "./card.js";

const list = document.getElementById("habits");
const empty = document.getElementById("empty");
const message = document.getElementById("message");
const addForm = document.getElementById("add-form");
const addName = document.getElementById("add-name");
const fileInput = document.getElementById("file-input");

let habits = [];
let shownDay = "";

function say(text) {
  message.textContent = text;
}

function cardOf(id) {
  return [...list.children].find((card) => card.dataset.id === id);
}

// Every redraw makes new cards, so the focused button is found again by its card and its place there.
function focusedPlace() {
  const button = document.activeElement;
  const card = list.contains(button) ? button.closest("li.card") : null;
  if (!card) return null;
  return { id: card.dataset.id, index: [...card.querySelectorAll("button")].indexOf(button) };
}

function restoreFocus(place) {
  const card = place && cardOf(place.id);
  if (!card) return;
  let button = card.querySelectorAll("button")[place.index];
  if (button?.disabled) {
    // A card that has arrived at one end can only be moved the other way.
    button = card.querySelector('[data-action="up"]:enabled, [data-action="down"]:enabled');
  }
  button?.focus();
}

function draw() {
  const place = focusedPlace();
  shownDay = today();
  const last = habits.length - 1;
  list.replaceChildren(
    ...habits.map((habit, index) => createCard(habit, shownDay, index === 0, index === last)),
  );
  empty.hidden = habits.length > 0;
  restoreFocus(place);
}

function change(next) {
  if (!saveHabits(next)) {
    say("This could not be saved: the phone's storage is full or blocked. Nothing was changed.");
    return false;
  }
  habits = next;
  say("");
  draw();
  return true;
}

function reload() {
  const stored = loadHabits();
  habits = stored.habits;
  if (stored.damaged) {
    say("The stored habits could not be read, so the list is empty. The unreadable text is kept in this browser's storage as habits.damaged.");
  }
  draw();
}

async function rename(habit) {
  const name = await askName(habit.name);
  if (name && name !== habit.name) change(renameHabit(habits, habit.id, name));
}

async function remove(habit) {
  const sure = await askConfirm(`Remove “${habit.name}” and all its ticks?`, "Remove");
  if (sure) change(removeHabit(habits, habit.id));
}

function countOf(some) {
  return some.length === 1 ? "1 habit" : `${some.length} habits`;
}

async function load(file) {
  let loaded;
  try {
    loaded = await readFile(file);
  } catch (error) {
    say(error.message);
    return;
  }
  if (habits.length > 0) {
    const question = `Replace what is here (${countOf(habits)}) with the file (${countOf(loaded)})?`;
    if (!(await askConfirm(question, "Replace"))) return;
  }
  if (change(loaded)) say(`Loaded ${countOf(loaded)} from the file.`);
}

addForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = cleanName(addName.value);
  if (!name) {
    say("Please give the habit a name.");
    addName.focus();
    return;
  }
  if (change(addHabit(habits, name))) {
    addName.value = "";
    list.lastElementChild.scrollIntoView({ block: "nearest" });
  }
});

list.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-action]");
  const id = button?.closest("li.card").dataset.id;
  const habit = habits.find((one) => one.id === id);
  if (!habit) return;
  switch (button.dataset.action) {
    case "day": change(toggleDay(habits, id, button.dataset.day)); break;
    case "up": change(moveHabit(habits, id, -1)); break;
    case "down": change(moveHabit(habits, id, 1)); break;
    case "rename": rename(habit); break;
    case "remove": remove(habit); break;
  }
});

document.getElementById("save-file").addEventListener("click", () => saveFile(habits, today()));
document.getElementById("load-file").addEventListener("click", () => fileInput.click());
fileInput.addEventListener("change", () => {
  const file = fileInput.files[0];
  fileInput.value = ""; // so that the same file can be chosen again
  if (file) load(file);
});

// Another tab has written, or everything was cleared (then the key is null).
window.addEventListener("storage", (event) => {
  if (event.key === "habits.data" || event.key === null) reload();
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") reload();
});

setInterval(() => {
  if (today() !== shownDay) draw();
}, 15000);

reload();

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("sw.js").catch((error) => {
    console.warn("The app will not open without a network:", error);
  });
}
