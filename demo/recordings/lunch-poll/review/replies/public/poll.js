<<<<<<< SEARCH
const RECONNECT_MS = 5000;
=======
const RECONNECT_MS = 5000;
const NAME_KEY = 'lunch-poll-name';
>>>>>>> REPLACE

<<<<<<< SEARCH
function makeChoice(place, index) {
=======
/** The name of the last vote from this browser; empty if there is none. */
function rememberedName() {
  try {
    return localStorage.getItem(NAME_KEY) ?? '';
  } catch {
    // Storage can be blocked; then the name is typed anew each time.
    return '';
  }
}

function rememberName(name) {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // Storage can be blocked or full; the vote counts all the same.
  }
}

function makeChoice(place, index) {
>>>>>>> REPLACE

<<<<<<< SEARCH
  const place = picked ? Number(picked.value) : null;
=======
  const place = picked ? Number(picked.value) : null;
  const name = nameInput.value;
>>>>>>> REPLACE

<<<<<<< SEARCH
    const result = await request('POST', `${pollPath}/votes`, { name: nameInput.value, place });
=======
    const result = await request('POST', `${pollPath}/votes`, { name, place });
    rememberName(name.trim());
>>>>>>> REPLACE

<<<<<<< SEARCH
  form.addEventListener('submit', vote);
=======
  form.addEventListener('submit', vote);
  if (nameInput.value === '') nameInput.value = rememberedName();
>>>>>>> REPLACE
