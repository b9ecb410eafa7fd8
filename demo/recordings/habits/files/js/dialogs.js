import { MAX_NAME, cleanName } from "./habits.js";

const TEXT_ID = "dialog-text";
const INPUT_ID = "dialog-name";

/** Asks for a habit's name, starting from `current`; null if cancelled. */
export function askName(current) {
  const text = createText("label", "Name of the habit");
  text.htmlFor = INPUT_ID;

  const input = document.createElement("input");
  input.id = INPUT_ID;
  input.type = "text";
  input.maxLength = MAX_NAME;
  input.autocomplete = "off";
  input.enterKeyHint = "done";
  input.value = current;

  // With a custom validity set, the browser itself keeps the form from being
  // submitted and shows the sentence beside the input.
  const check = () => {
    input.setCustomValidity(cleanName(input.value) ? "" : "Please enter a name.");
  };
  input.addEventListener("input", check);
  check();

  return openDialog({
    content: [text, input],
    submit: createButton("submit", "Save", "primary"),
    initialFocus: input,
    result: () => cleanName(input.value),
    cancelled: null,
  });
}

/** Asks `text` as a question; true only if the button `buttonLabel` is chosen. */
export function askConfirm(text, buttonLabel) {
  return openDialog({
    content: [createText("p", text)],
    submit: createButton("submit", buttonLabel, "danger"),
    initialFocus: null,
    result: () => true,
    cancelled: false,
  });
}

/**
 * Shows a modal dialog and resolves once it is closed: with `result()` if it
 * was submitted, with `cancelled` otherwise. Without `initialFocus` the focus
 * starts on Cancel, so that a stray Enter does no harm.
 */
function openDialog({ content, submit, initialFocus, result, cancelled }) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    dialog.setAttribute("aria-labelledby", TEXT_ID);

    const cancel = createButton("button", "Cancel");
    const actions = document.createElement("div");
    actions.className = "dialog-actions";
    actions.append(cancel, submit);

    const form = document.createElement("form");
    form.append(...content, actions);
    dialog.append(form);

    let answer = cancelled;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer = result();
      dialog.close();
    });
    cancel.addEventListener("click", () => dialog.close());

    // Escape and the phone's back gesture close the dialog as well.
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    }, { once: true });

    document.body.append(dialog);
    dialog.showModal();
    (initialFocus ?? cancel).focus();
    if (initialFocus) initialFocus.select();
  });
}

function createText(tag, text) {
  const element = document.createElement(tag);
  element.id = TEXT_ID;
  element.className = "dialog-text";
  element.textContent = text;
  return element;
}

function createButton(type, label, kind) {
  const button = document.createElement("button");
  button.type = type;
  button.className = kind ? `button ${kind}` : "button";
  button.textContent = label;
  return button;
}
