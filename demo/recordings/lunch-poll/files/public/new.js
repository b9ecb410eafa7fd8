import { request } from './api.js';

const MIN_PLACES = 2;
const MAX_PLACES = 8;

const form = document.getElementById('poll-form');
const questionInput = document.getElementById('question');
const placeList = document.getElementById('place-list');
const addButton = document.getElementById('add-place');
const formError = document.getElementById('form-error');
const createButton = document.getElementById('create');

/** Numbers the rows anew and offers only what the number of rows allows. */
function updateRows() {
  const rows = [...placeList.children];
  rows.forEach((row, index) => {
    const input = row.querySelector('.place-input');
    const remove = row.querySelector('.remove');
    input.placeholder = `Place ${index + 1}`;
    input.setAttribute('aria-label', `Place ${index + 1}`);
    remove.setAttribute('aria-label', `Remove place ${index + 1}`);
    remove.hidden = rows.length <= MIN_PLACES;
  });
  addButton.hidden = rows.length >= MAX_PLACES;
}

function removeRow(row) {
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  updateRows();
  neighbour.querySelector('.place-input').focus();
}

function addRow() {
  const input = document.createElement('input');
  input.type = 'text';
  input.className = 'place-input';
  input.autocomplete = 'off';

  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'remove';
  remove.textContent = '×';

  const row = document.createElement('div');
  row.className = 'place-row';
  row.append(input, remove);
  remove.addEventListener('click', () => removeRow(row));

  placeList.append(row);
  updateRows();
  return input;
}

function showError(text) {
  formError.textContent = text;
  formError.hidden = text === '';
}

async function create(event) {
  event.preventDefault();
  const places = [...placeList.querySelectorAll('.place-input')]
    .map((input) => input.value)
    .filter((value) => value.trim() !== '');

  showError('');
  createButton.disabled = true;
  try {
    const { url } = await request('POST', '/api/polls', { question: questionInput.value, places });
    location.assign(url);
  } catch (error) {
    showError(error.message);
    createButton.disabled = false;
  }
}

for (let count = 0; count < MIN_PLACES; count += 1) addRow();

addButton.addEventListener('click', () => addRow().focus());
form.addEventListener('submit', create);
// Whoever comes back with the browser's back button may find the page as it was left.
window.addEventListener('pageshow', () => { createButton.disabled = false; });
