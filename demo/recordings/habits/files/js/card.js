import { dayName, lastSeven, streak, weekday } from "./days.js";

function element(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function actionButton(className, action, text, label) {
  const button = element("button", className, text);
  button.type = "button";
  button.dataset.action = action;
  button.setAttribute("aria-label", label);
  return button;
}

function dayButton(className, habit, day, text, label) {
  const button = actionButton(className, "day", text, label);
  button.dataset.day = day;
  button.setAttribute("aria-pressed", String(habit.done.includes(day)));
  return button;
}

function streakText(days) {
  if (days === 0) return "No streak yet";
  return days === 1 ? "1 day in a row" : `${days} days in a row`;
}

function createHead(habit, today) {
  const head = element("div", "card-head");
  head.append(
    element("h2", "card-name", habit.name),
    dayButton("tick", habit, today, "✓", `${habit.name}, done today`),
  );
  return head;
}

function createDays(habit, today) {
  const days = element("ol", "days");
  for (const day of lastSeven(today)) {
    const isToday = day === today;
    const label = `${habit.name}, ${isToday ? "today, " : ""}${dayName(day)}`;
    const button = dayButton(isToday ? "day is-today" : "day", habit, day, undefined, label);
    button.append(element("span", "weekday", weekday(day)), element("span", "dot"));
    const item = document.createElement("li");
    item.append(button);
    days.append(item);
  }
  return days;
}

function createActions(habit, isFirst, isLast) {
  const up = actionButton("button", "up", "↑", `Move ${habit.name} up`);
  up.disabled = isFirst;
  const down = actionButton("button", "down", "↓", `Move ${habit.name} down`);
  down.disabled = isLast;
  const actions = element("div", "card-actions");
  actions.append(
    up,
    down,
    actionButton("button", "rename", "Rename", `Rename ${habit.name}`),
    actionButton("button", "remove", "Remove", `Remove ${habit.name}`),
  );
  return actions;
}

export function createCard(habit, today, isFirst, isLast) {
  const card = element("li", "card");
  card.dataset.id = habit.id;
  card.append(
    createHead(habit, today),
    element("p", "streak", streakText(streak(habit.done, today))),
    createDays(habit, today),
    createActions(habit, isFirst, isLast),
  );
  return card;
}
