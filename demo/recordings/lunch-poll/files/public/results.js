let shownRevision = -1;
let rows = [];

/** Shows a result; one that is older than what is shown is ignored. */
export function renderResult(result) {
  if (result.revision < shownRevision) return;
  shownRevision = result.revision;

  renderLead(result);

  if (rows.length !== result.places.length) {
    rows = result.places.map(createRow);
    document.getElementById('results').replaceChildren(...rows.map((row) => row.item));
  }
  result.places.forEach((place, index) => {
    updateRow(rows[index], place, result.total, result.leaders.includes(index));
  });
}

function renderLead(result) {
  const lead = document.getElementById('lead');
  const text = leadText(result);
  // A live region: writing the same text again might announce it again.
  if (lead.textContent !== text) lead.textContent = text;
}

function leadText({ places, leaders }) {
  if (leaders.length === 0) return 'No votes yet.';

  const names = leaders.map((index) => places[index].name);
  const votes = countText(places[leaders[0]].votes);
  if (names.length === 1) return `${names[0]} leads with ${votes}.`;

  const last = names.pop();
  return `It is a tie: ${names.join(', ')} and ${last} with ${votes} each.`;
}

function countText(votes) {
  return votes === 1 ? '1 vote' : `${votes} votes`;
}

function createRow() {
  const item = createElement('li', 'result');
  const head = createElement('div', 'result-head');
  const name = createElement('span', 'result-name');
  const count = createElement('span', 'result-count');
  const bar = createElement('div', 'bar');
  const fill = createElement('div', 'bar-fill');
  const voters = createElement('p', 'voters');

  fill.style.width = '0%';
  bar.setAttribute('aria-hidden', 'true');
  head.append(name, ' ', count);
  bar.append(fill);
  item.append(head, bar, voters);
  return { item, name, count, fill, voters };
}

function updateRow(row, place, total, leading) {
  row.item.classList.toggle('leading', leading);
  row.name.textContent = place.name;
  row.count.textContent = countText(place.votes);
  row.fill.style.width = total === 0 ? '0%' : `${(place.votes / total) * 100}%`;
  row.voters.textContent = place.voters.join(', ');
  row.voters.hidden = place.voters.length === 0;
}

function createElement(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
