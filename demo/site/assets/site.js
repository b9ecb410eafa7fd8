/** How often a page asks for its newest state while a run goes on. Afterwards nothing changes any more. */
const POLL_MS = 1000;

/**
 * Makes one tree like another and touches only what differs, so that the reader's scroll position, opened
 * folds and drawn pictures stay.
 */
function morph(from, to) {
  if (from.isEqualNode(to) || isOwn(from, to)) return;
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName)
    return from.replaceWith(to.cloneNode(true));
  if (from.nodeType !== Node.ELEMENT_NODE) {
    from.nodeValue = to.nodeValue;
    return;
  }
  morphAttributes(from, to);
  for (let index = from.childNodes.length; index > to.childNodes.length; index -= 1) from.lastChild.remove();
  [...to.childNodes].forEach((child, index) => {
    const old = from.childNodes[index];
    if (old === undefined) from.append(child.cloneNode(true));
    else morph(old, child);
  });
}

/** What the reader or this script changed, and the server did not. */
function isOwn(from, to) {
  if (from.nodeName !== to.nodeName || from.nodeType !== Node.ELEMENT_NODE) return false;
  const same = (name) => from.getAttribute(name) === to.getAttribute(name);
  if (from.matches('time')) return same('datetime');
  if (from.matches('.mermaid')) return same('data-source');
  return from.matches('.file-box') && from.querySelector('.source')?.isEqualNode(to.querySelector('.source'));
}

function morphAttributes(from, to) {
  const folds = from.nodeName === 'DETAILS';
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !(folds && name === 'open')) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value && !(folds && name === 'open')) from.setAttribute(name, value);
  }
  if (from.nodeName === 'INPUT') {
    from.value = to.value;
    from.checked = to.checked;
  }
}

/** Fetches a page of this site and shows it in place of this one. */
async function show(address) {
  const response = await fetch(address);
  if (!response.ok) return;
  const entries = document.querySelectorAll('.entry').length;
  morph(document.body, new DOMParser().parseFromString(await response.text(), 'text/html').body);
  const newest = [...document.querySelectorAll('.entry')].slice(entries).at(-1);
  // Who has not scrolled yet came to see what happens.
  if (scrollY === 0) newest?.scrollIntoView();
  sayTimes();
  await drawPictures();
}

function pollWhileGoing() {
  if (document.body.dataset.run === 'going') setTimeout(poll, POLL_MS);
}

async function poll() {
  const isOld = new URLSearchParams(location.search).has('version');
  if (!isOld && !document.hidden) await show(location.href).catch(() => undefined);
  pollWhileGoing();
}

function ago(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 10) return 'now';
  if (seconds < 60) return `${seconds} seconds ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  return `on ${new Date(Date.now() - milliseconds).toLocaleDateString('en', { day: 'numeric', month: 'short' })}`;
}

function sayTimes() {
  for (const element of document.querySelectorAll('time')) {
    element.textContent = ago(Date.now() - Date.parse(element.dateTime));
  }
}

let mermaid;

/** Mermaid is large: it is loaded by the first page that has a picture. */
function loadMermaid() {
  mermaid ??= new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = '/assets/mermaid.js';
    script.onload = () => {
      const settings = { startOnLoad: false, securityLevel: 'strict', theme: 'default' };
      globalThis.mermaid.initialize({ ...settings, gantt: { useWidth: 880, barHeight: 18, fontSize: 12 } });
      loaded(globalThis.mermaid);
    };
    script.onerror = failed;
    document.head.append(script);
  });
  return mermaid;
}

let pictures = 0;

async function drawPictures() {
  for (const place of document.querySelectorAll('.mermaid:not(.drawn)')) {
    place.classList.add('drawn');
    pictures += 1;
    try {
      const { render } = await loadMermaid();
      place.innerHTML = (await render(`picture-${pictures}`, place.dataset.source)).svg;
    } catch (error) {
      place.classList.add('failed');
      place.title = String(error);
    }
  }
}

/** The page of the issue with another version of its comment. */
async function showVersion(version) {
  const address = `${location.pathname}?version=${version}`;
  history.replaceState(null, '', address);
  await show(address);
}

let replay = 0;

/** Shows one version after the other, as far apart as they came. A second click stops it. */
async function play(versions) {
  replay += 1;
  const mine = replay;
  document.documentElement.classList.add('replaying');
  for (let index = 0; index < versions.length && replay === mine; index += 1) {
    await showVersion(index + 1);
    const gap = (versions[index + 1] ?? versions[index]) - versions[index];
    await new Promise((done) => setTimeout(done, gap));
  }
  if (replay === mine) stop();
}

function stop() {
  replay += 1;
  document.documentElement.classList.remove('replaying');
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('.replay, [data-version], [data-view]');
  if (button === null) return;
  event.preventDefault();
  if (button.matches('[data-view]')) return view(button);
  const isPlaying = document.documentElement.classList.contains('replaying');
  stop();
  if (button.matches('[data-version]')) return showVersion(button.dataset.version);
  if (!isPlaying) play(button.closest('.stepper').dataset.versions.split(' ').map(Number));
});

document.addEventListener('input', (event) => {
  if (!event.target.matches('.stepper input')) return;
  stop();
  showVersion(event.target.value);
});

/** The change of a file, or the file as it stands. */
function view(button) {
  const box = button.closest('.file-box');
  for (const other of box.querySelectorAll('[data-view]')) {
    other.setAttribute('aria-pressed', String(other === button));
    box.querySelector(`.view-${other.dataset.view}`).hidden = other !== button;
  }
}

sayTimes();
drawPictures();
setInterval(sayTimes, 5000);
pollWhileGoing();
