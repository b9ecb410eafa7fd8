const leader = document.querySelector('#leader');
const total = document.querySelector('#total');
const list = document.querySelector('#result');

const names = new Intl.ListFormat('en', { type: 'conjunction' });

let rows = [];
let shownVersion = -1;

/** Shows a result, unless a newer one is shown already. */
export function showResult(result) {
  if (result.version < shownVersion) return;
  shownVersion = result.version;

  if (rows.length === 0) {
    rows = result.places.map((place) => makeRow(place.name));
    list.replaceChildren(...rows.map((row) => row.item));
  }
  result.places.forEach((place, index) => updateRow(rows[index], place, result.total));

  setText(leader, leaderText(result));
  setText(total, `${votes(result.total)} in total`);
}

function makeRow(name) {
  const row = {
    item: element('li', 'result-row'),
    count: element('span', 'result-count'),
    fill: element('div', 'bar-fill'),
    voters: element('p', 'voters'),
  };
  const head = element('div', 'result-head');
  const place = element('span', 'result-place');
  const bar = element('div', 'bar');

  place.textContent = name;
  head.append(place, row.count);
  bar.append(row.fill);
  row.item.append(head, bar, row.voters);
  return row;
}

function updateRow(row, place, sum) {
  row.item.classList.toggle('leads', place.leads);
  setText(row.count, votes(place.count));
  row.fill.style.width = `${sum > 0 ? (100 * place.count) / sum : 0}%`;
  setText(row.voters, place.voters.join(', '));
  row.voters.hidden = place.voters.length === 0;
}

function leaderText(result) {
  const leaders = result.places.filter((place) => place.leads);
  if (leaders.length === 0) return 'No votes yet.';
  const [first] = leaders;
  if (leaders.length === 1) return `${first.name} leads with ${votes(first.count)}.`;
  return `A tie: ${names.format(leaders.map((place) => place.name))}, with ${votes(first.count)} each.`;
}

function votes(count) {
  return count === 1 ? '1 vote' : `${count} votes`;
}

function element(tag, className) {
  const node = document.createElement(tag);
  node.className = className;
  return node;
}

/** Leaves an unchanged text alone, so that screen readers do not repeat it. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
