import { createServer } from 'node:http';
import { createApp } from './app.js';
import { makeCode } from './code.js';
import { createStore } from './store.js';

const port = Number(process.env.PORT ?? 8080);
createServer(createApp(createStore(makeCode))).listen(port, () => {
  console.log(`http://localhost:${port}/`);
});
