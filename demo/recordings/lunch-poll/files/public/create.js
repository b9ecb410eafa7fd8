import { request } from './api.js';

const MIN_PLACES = 2;
const MAX_PLACES = 8;
const FIRST_PLACES = 3;
const PLACE_LENGTH = 80;

const form = document.querySelector('#create-form');
const questionInput = document.querySelector('#question');
const placeList = document.querySelector('#places');
const addButton = document.querySelector('#add-place');
const errorMessage = document.querySelector('#error');
const submitButton = [...form.elements].find(
  (element) => element.type === 'submit' && element !== addButton,
);

function addPlace() {
  const row = document.createElement('div');
  row.className = 'place-row';

  const input = document.createElement('input');
  input.className = 'place-input';
  input.type = 'text';
  input.maxLength = PLACE_LENGTH;
  input.autocomplete = 'off';

  const removeButton = document.createElement('button');
  removeButton.className = 'remove-place button button-quiet';
  removeButton.type = 'button';
  removeButton.textContent = '×';
  removeButton.addEventListener('click', () => removePlace(row));

  row.append(input, removeButton);
  placeList.append(row);
  updateRows();
  return input;
}

function removePlace(row) {
  if (placeList.children.length <= MIN_PLACES) return;
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  updateRows();
  neighbour.querySelector('.place-input').focus();
}

function updateRows() {
  const rows = [...placeList.children];
  rows.forEach((row, index) => {
    const input = row.querySelector('.place-input');
    const removeButton = row.querySelector('.remove-place');
    input.placeholder = `Place ${index + 1}`;
    input.setAttribute('aria-label', `Place ${index + 1}`);
    removeButton.setAttribute('aria-label', `Remove place ${index + 1}`);
    removeButton.disabled = rows.length <= MIN_PLACES;
  });
  addButton.disabled = rows.length >= MAX_PLACES;
}

function showError(message) {
  errorMessage.textContent = message;
  errorMessage.hidden = message === '';
}

async function createPoll(event) {
  event.preventDefault();
  if (submitButton.disabled) return;
  submitButton.disabled = true;
  showError('');

  const places = [...placeList.querySelectorAll('.place-input')]
    .map((input) => input.value)
    .filter((value) => value.trim() !== '');
  try {
    const { url } = await request('POST', '/api/polls', { question: questionInput.value, places });
    location.assign(url);
  } catch (error) {
    showError(error.message);
    submitButton.disabled = false;
  }
}

for (let i = 0; i < FIRST_PLACES; i += 1) addPlace();

addButton.addEventListener('click', () => {
  if (placeList.children.length < MAX_PLACES) addPlace().focus();
});
form.addEventListener('submit', createPoll);

// Coming back to this page must not leave the button disabled.
window.addEventListener('pageshow', () => {
  submitButton.disabled = false;
});
