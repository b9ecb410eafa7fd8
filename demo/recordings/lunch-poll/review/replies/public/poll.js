<<<<<<< SEARCH
const COPIED_MS = 2000;
=======
const COPIED_MS = 2000;
const NAME_KEY = 'lunch-poll-name';
>>>>>>> REPLACE

<<<<<<< SEARCH
function setUpVoting(places) {
  let sending = false;
=======
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
    // Without storage the name has to be typed again in the next poll.
  }
}

function setUpVoting(places) {
  let sending = false;
  // A name that the browser restored on a reload stays.
  if (nameInput.value === '') nameInput.value = rememberedName();
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
      rememberName(name);
      renderResult(result);
>>>>>>> REPLACE
