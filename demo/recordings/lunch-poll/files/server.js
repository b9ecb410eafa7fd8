import { createApp } from './src/app.js';
import { openStore } from './src/store.js';

function fail(message) {
  console.error(message);
  process.exit(1);
}

const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  fail(`PORT must be a whole number from 0 to 65535, not "${process.env.PORT}".`);
}

const file = process.env.DATA_FILE || 'data/polls.json';
let store;
try {
  store = await openStore(file);
} catch (error) {
  fail(error.message);
}

const app = createApp(store);

app.server.on('error', (error) => {
  fail(error.code === 'EADDRINUSE' ? `Port ${port} is already in use.` : error.message);
});

app.server.listen(port, () => {
  console.log(`Lunch Poll is ready at http://localhost:${app.server.address().port}`);
});

// No exit here: the process ends by itself, after the last vote is on disk.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    app.close().catch((error) => fail(error.message));
  });
}
