/** Calls the API; whatever goes wrong becomes an Error whose message can be shown to people. */
export async function request(method, path, body) {
  const options = { method };
  if (body !== undefined) {
    options.headers = { 'Content-Type': 'application/json' };
    options.body = JSON.stringify(body);
  }

  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error('The server cannot be reached. Check your connection and try again.');
  }

  let data;
  try {
    data = await response.json();
  } catch {
    throw new Error('The server gave an answer that makes no sense. Please try again.');
  }

  if (!response.ok) throw new Error(data?.error || 'The server refused this. Please try again.');
  return data;
}
