export async function request(method, path, body) {
  const options = { method, headers: { Accept: 'application/json' } };
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }

  let response;
  let text;
  try {
    response = await fetch(path, options);
    text = await response.text();
  } catch {
    throw new Error('The server cannot be reached. Check your connection and try again.');
  }

  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error(`The server gave an unreadable answer (${response.status}). Try again later.`);
  }

  if (!response.ok) {
    throw new Error(data?.error || `The server reported an error (${response.status}).`);
  }
  return data;
}
