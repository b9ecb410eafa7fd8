import { request } from './api.js';
import { renderResult } from './results.js';

const RECONNECT_MS = 3000;
const COPIED_MS = 2000;

const byId = (id) => document.getElementById(id);

const pollPath = `/api/polls/${location.pathname.split('/')[2]}`;
const question = byId('poll-question');
const form = byId('vote-form');
const nameInput = byId('name');
const errorMessage = byId('error');
const votedMessage = byId('voted');
const offlineMessage = byId('offline');
const shareLink = byId('share-link');
const copyButton = byId('copy-link');

function show(element, text) {
  element.textContent = text;
  element.hidden = false;
}

function hide(element) {
  element.hidden = true;
  element.textContent = '';
}

function createChoice(placeName, index) {
  const label = document.createElement('label');
  label.className = 'choice';
  const radio = document.createElement('input');
  radio.type = 'radio';
  radio.name = 'place';
  radio.value = String(index);
  const text = document.createElement('span');
  text.textContent = placeName;
  label.append(radio, text);
  return label;
}

function setUpVoting(places) {
  let sending = false;
  byId('choices').append(...places.map((place, index) => createChoice(place.name, index)));

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    hide(errorMessage);
    hide(votedMessage);
    const chosen = form.querySelector('input[name="place"]:checked');
    const place = chosen ? Number(chosen.value) : null;
    try {
      const result = await request('POST', `${pollPath}/votes`, { name: nameInput.value, place });
      renderResult(result);
      show(
        votedMessage,
        `Your vote for “${result.places[place].name}” counts. To change it, vote again under the same name.`,
      );
    } catch (error) {
      show(errorMessage, error.message);
    } finally {
      sending = false;
    }
  });
}

function setUpSharing() {
  const copyText = copyButton.textContent;
  let timer;
  shareLink.value = location.origin + location.pathname;

  copyButton.addEventListener('click', async () => {
    try {
      // Missing on plain http, where the link is only selected.
      await navigator.clipboard.writeText(shareLink.value);
    } catch {
      shareLink.focus();
      shareLink.select();
      return;
    }
    copyButton.textContent = 'Copied';
    clearTimeout(timer);
    timer = setTimeout(() => {
      copyButton.textContent = copyText;
    }, COPIED_MS);
  });
}

function listen() {
  const events = new EventSource(`${pollPath}/events`);
  events.addEventListener('open', () => hide(offlineMessage));
  events.addEventListener('message', (event) => renderResult(JSON.parse(event.data)));
  events.addEventListener('error', () => {
    show(offlineMessage, 'The live results are interrupted. Trying to reconnect…');
    // The browser reconnects by itself unless it has given up.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, RECONNECT_MS);
  });
}

async function start() {
  let result;
  try {
    result = await request('GET', pollPath);
  } catch (error) {
    question.textContent = 'This poll cannot be shown';
    show(byId('load-error'), error.message);
    return;
  }
  question.textContent = result.question;
  document.title = `${result.question} – Lunch Poll`;
  setUpVoting(result.places);
  setUpSharing();
  renderResult(result);
  byId('poll').hidden = false;
  listen();
}

start();
