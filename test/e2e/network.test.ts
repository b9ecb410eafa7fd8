import { createServer, request as forward } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listenOnLoopback } from '../support/loopback.js';
import { NO_WAITING } from './no-waiting.js';
import { stage } from './scene.js';

/** A proxy that passes everything on, and keeps which hosts it was asked for. */
async function startProxy(): Promise<{ url: string; hosts: () => string[] }> {
  const hosts = new Set<string>();
  const proxy = createServer((request, response) => {
    const { host, href } = new URL(request.url ?? '');
    hosts.add(host);
    const { method, headers } = request;
    const onward = forward(href, { method: method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  proxy.on('connect', (request, socket) => {
    hosts.add(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    if (host !== '127.0.0.1') return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => [onward, socket].map((each) => each.destroy()));
  });
  const { url, close } = await listenOnLoopback(proxy);
  onTestFinished(close);
  return { url, hosts: () => [...hosts] };
}

test('S71 everything goes through the proxy, to GitHub’s API and to the model and nowhere else', async () => {
  const proxy = await startProxy();
  const { github, label, modelCalls } = await stage();
  const run = await label(1, { env: { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url } });
  expect(run.succeeded, run.log).toBe(true);
  expect(modelCalls()).toBe(5);
  expect(proxy.hosts()).toContain(new URL(github.url).host);
  expect(proxy.hosts()).toHaveLength(2);
});

test('S71 the proxy is passed by where the environment says so', async () => {
  const proxy = await startProxy();
  const { label } = await stage();
  const run = await label(1, { env: { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' } });
  expect(run.succeeded, run.log).toBe(true);
  expect(proxy.hosts()).toEqual([]);
});

test('S71 an Enterprise Server is the only GitHub there is', async () => {
  const proxy = await startProxy();
  const { label, modelCalls } = await stage();
  const run = await label(1, {
    env: { ...NO_WAITING, https_proxy: proxy.url, GITHUB_SERVER_URL: 'https://github.corp.example' },
    github: { url: 'https://github.corp.example/api/v3', token: 'ghs_x' },
  });
  expect(run.exitCode).toBe(1);
  expect(proxy.hosts()).toEqual(['github.corp.example:443']);
  expect(run.log).toContain('GitHub could not be reached');
  expect(modelCalls()).toBe(0);
});

test('S71 links lead to the server that the run belongs to', async () => {
  const { github, label } = await stage();
  const server = 'https://github.corp.example';
  const run = await label(1, { env: { GITHUB_SERVER_URL: server } });
  expect(run.succeeded, run.log).toBe(true);
  const [comment] = await github.comments(1);
  expect(comment?.body).toContain(`${server}/octo/app/actions/runs/`);
  const elsewhere =
    `${comment?.body}${run.summary}`.match(/https?:\/\/(?:www\.|api\.)?github\.com[^\s)]*/g) ?? [];
  expect(elsewhere).toEqual([]);
});
