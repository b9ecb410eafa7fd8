<<<<<<< SEARCH
const RECONNECT_MS = 3000;
const COPIED_MS = 2000;
=======
const RECONNECT_MS = 3000;
const COPIED_MS = 2000;
const NAME_KEY = 'lunch-poll-name';
>>>>>>> REPLACE

<<<<<<< SEARCH
function createChoice(placeName, index) {
=======
/** The name of the last vote on this device, empty before the first one. */
function recallName() {
  try {
    return localStorage.getItem(NAME_KEY) ?? '';
  } catch {
    // Storage can be blocked; then the name is typed as before.
    return '';
  }
}

function rememberName(name) {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // The vote counts all the same.
  }
}

function createChoice(placeName, index) {
>>>>>>> REPLACE

<<<<<<< SEARCH
  let sending = false;
  byId('choices').append(...places.map((place, index) => createChoice(place.name, index)));
=======
  let sending = false;
  byId('choices').append(...places.map((place, index) => createChoice(place.name, index)));
  // After a reload the browser may have put back what was typed.
  if (nameInput.value === '') nameInput.value = recallName();
>>>>>>> REPLACE

<<<<<<< SEARCH
    const place = chosen ? Number(chosen.value) : null;
    try {
      const result = await request('POST', `${pollPath}/votes`, { name: nameInput.value, place });
      renderResult(result);
=======
    const place = chosen ? Number(chosen.value) : null;
    const name = nameInput.value;
    try {
      const result = await request('POST', `${pollPath}/votes`, { name, place });
      rememberName(name.trim());
      renderResult(result);
>>>>>>> REPLACE
