const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

function row({ code, url, hits }) {
  const target = escapeHtml(url);
  return `<tr><td><a href="/${code}">/${code}</a></td><td>${target}</td><td>${hits}</td></tr>`;
}

/** The page with the form and all links. */
export function renderPage(links, error) {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Link shortener</title>
</head>
<body>
  <h1>Link shortener</h1>
  ${error ? `<p role="alert">${escapeHtml(error)}</p>` : ''}
  <form method="post" action="/">
    <label>Web address <input name="url" type="url" required></label>
    <button>Shorten</button>
  </form>
  <table>
    <thead><tr><th>Short</th><th>Address</th><th>Used</th></tr></thead>
    <tbody>${links.map(row).join('\n')}</tbody>
  </table>
</body>
</html>
`;
}
