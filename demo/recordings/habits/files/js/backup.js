import { fromText, toText } from "./store.js";

export function saveFile(habits, today) {
  const blob = new Blob([toText(habits)], { type: "application/json" });
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = `habits-${today}.json`;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Phones may begin to read the file only after a question to the user, so it is kept for a while.
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

export async function readFile(file) {
  let text;
  try {
    text = await file.text();
  } catch {
    throw new Error(`“${file.name}” could not be read.`);
  }
  try {
    return fromText(text);
  } catch {
    throw new Error(`“${file.name}” is not a file saved by Habits, so nothing was loaded.`);
  }
}
