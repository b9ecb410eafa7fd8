import { request } from './api.js';
import { showResult } from './results.js';

const RECONNECT_MS = 5000;

const byId = (id) => document.getElementById(id);

const question = byId('question');
const form = byId('vote-form');
const nameInput = byId('name');
const choices = byId('choices');
const voteError = byId('vote-error');
const voteDone = byId('vote-done');
const voteButton = byId('vote');
const connection = byId('connection');
const shareLink = byId('share-link');
const copyButton = byId('copy-link');

const pollPath = `/api/polls/${location.pathname.split('/').pop()}`;

function setMessage(element, text) {
  element.textContent = text;
  element.hidden = text === '';
}

function makeChoice(place, index) {
  const radio = document.createElement('input');
  radio.type = 'radio';
  radio.name = 'place';
  radio.value = String(index);

  const text = document.createElement('span');
  text.textContent = place.name;

  const label = document.createElement('label');
  label.className = 'choice';
  label.append(radio, text);
  return label;
}

async function vote(event) {
  event.preventDefault();
  const picked = choices.querySelector('input:checked');
  const place = picked ? Number(picked.value) : null;

  setMessage(voteError, '');
  setMessage(voteDone, '');
  voteButton.disabled = true;
  try {
    const result = await request('POST', `${pollPath}/votes`, { name: nameInput.value, place });
    showResult(result);
    setMessage(voteDone, `Your vote for ${result.places[place].name} counts. ` +
      'To change it, vote again under the same name.');
  } catch (error) {
    setMessage(voteError, error.message);
  } finally {
    voteButton.disabled = false;
  }
}

/** Shows every result that the server sends; the browser reconnects by itself while it can. */
function follow() {
  const events = new EventSource(`${pollPath}/events`);

  events.addEventListener('open', () => setMessage(connection, ''));
  events.addEventListener('message', (event) => showResult(JSON.parse(event.data)));
  events.addEventListener('error', () => {
    setMessage(connection, 'The connection is lost. Trying to get it back …');
    if (events.readyState === EventSource.CLOSED) setTimeout(follow, RECONNECT_MS);
  });
}

async function copyText(input) {
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    // Browsers offer no clipboard to pages that came over plain http; this older way works there.
    return document.execCommand('copy');
  }
}

function setUpShare() {
  const label = copyButton.textContent;
  let timer;

  shareLink.value = location.origin + location.pathname;
  shareLink.addEventListener('focus', () => shareLink.select());
  copyButton.addEventListener('click', async () => {
    copyButton.textContent = await copyText(shareLink) ? 'Copied' : 'Please copy it by hand';
    clearTimeout(timer);
    timer = setTimeout(() => { copyButton.textContent = label; }, 2000);
  });
}

async function start() {
  let result;
  try {
    result = await request('GET', pollPath);
  } catch (error) {
    question.textContent = 'This poll cannot be shown';
    setMessage(byId('load-error'), error.message);
    return;
  }

  document.title = result.question;
  question.textContent = result.question;
  choices.replaceChildren(...result.places.map(makeChoice));
  showResult(result);
  setUpShare();
  form.addEventListener('submit', vote);
  byId('poll').hidden = false;
  follow();
}

start();
