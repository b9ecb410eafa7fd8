<<<<<<< SEARCH
const COPIED_MS = 2000;
=======
const COPIED_MS = 2000;
const NAME_KEY = 'lunch-poll-name';
>>>>>>> REPLACE

<<<<<<< SEARCH
function createChoice(placeName, index) {
=======
// The browser may allow no storage; voting works without it.
function rememberedName() {
  try {
    return localStorage.getItem(NAME_KEY) ?? '';
  } catch {
    return '';
  }
}

function rememberName(name) {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // The name has to be typed again next time.
  }
}

function createChoice(placeName, index) {
>>>>>>> REPLACE

<<<<<<< SEARCH
  let sending = false;
=======
  let sending = false;
  // The browser may have kept what was typed before a reload.
  if (nameInput.value === '') nameInput.value = rememberedName();
>>>>>>> REPLACE

<<<<<<< SEARCH
    const chosen = form.querySelector('input[name="place"]:checked');
=======
    const name = nameInput.value;
    const chosen = form.querySelector('input[name="place"]:checked');
>>>>>>> REPLACE

<<<<<<< SEARCH
      const result = await request('POST', `${pollPath}/votes`, { name: nameInput.value, place });
      renderResult(result);
=======
      const result = await request('POST', `${pollPath}/votes`, { name, place });
      rememberName(name);
      renderResult(result);
>>>>>>> REPLACE
