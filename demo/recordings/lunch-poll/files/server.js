import { fileURLToPath } from 'node:url';

import { createApp } from './src/app.js';
import { openStore } from './src/store.js';

function fail(message) {
  console.error(message);
  process.exit(1);
}

function readPort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    fail(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  }
  return port;
}

const port = readPort(process.env.PORT || '3000');
const file = process.env.DATA_FILE || fileURLToPath(new URL('data/polls.json', import.meta.url));

let store;
try {
  store = await openStore(file);
} catch (error) {
  fail(`The polls in ${file} cannot be opened: ${error.message}`);
}

const server = createApp(store);

server.on('error', (error) => {
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is already in use. Set PORT to another one.`
      : `The server cannot listen on port ${port}: ${error.message}`,
  );
});

server.listen(port, () => {
  console.log(`Lunch Poll runs at http://localhost:${server.address().port}/`);
});

// No process.exit here: the process ends by itself once the last write is on disk.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
