import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGitHub } from '../../src/github/api/client.js';
import { downloadImage, LARGEST_IMAGE } from '../../src/github/asked/image-download.js';
import { readImages } from '../../src/github/asked/images.js';
import { startGitHub } from '../support/github/index.js';
import { listenOnLoopback } from '../support/loopback.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const PNG = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
const PNG_URL = `data:image/png;base64,${PNG.toString('base64')}`;

const uuid = (at: number) => `0bec7adc-52c5-432f-bca7-c9a33866${String(1000 + at)}`;
const attached = (at: number) => `![Image](https://github.com/user-attachments/assets/${uuid(at)})`;
const PRIVATE = 'https://private-user-images.githubusercontent.com';
const signed = (at: number) => `${PRIVATE}/118/4211-${uuid(at)}.png?jwt=a.b.c`;
const tag = (src: string, rest = '') =>
  `<p><a href="x"><img src="${src.replaceAll('&', '&amp;')}" alt="a &gt; b"${rest}></a></p>`;

type Scene = {
  readonly body: string;
  /** The page as GitHub shows it; null: GitHub fails. */
  readonly html: string | null;
  /** The text by now. Default: the same. */
  readonly now?: string;
  readonly serverUrl?: string;
  readonly pictures?: (url: string) => Promise<Uint8Array | null>;
};

async function read({ body, html, now = body, serverUrl = 'https://github.com', pictures }: Scene) {
  const requests: string[] = [];
  const fetched: string[] = [];
  const { url: apiUrl } = await serve((path, response, accept) => {
    requests.push(`${path} ${accept}`);
    response.writeHead(html === null ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ number: 1, body: now, body_html: html?.replaceAll('SERVER', apiUrl) }));
  });
  const github = createGitHub({
    ...{ token: 'ghs_x', repository: 'octo/app', apiUrl, now: Date.now, redact: (text: string) => text },
    sleep: async () => {},
  });
  const fetchImage = async (url: string) => {
    fetched.push(url);
    return pictures === undefined ? PNG : pictures(url);
  };
  const found = await readImages(github, { issueNumber: 1, body, serverUrl, fetchImage });
  return { ...found, fetched, requests, apiUrl };
}

async function serve(answer: (path: string, response: ServerResponse, accept: string) => void) {
  const server = createServer((request, response) =>
    answer(request.url ?? '', response, request.headers.accept ?? ''),
  );
  const listening = await listenOnLoopback(server);
  onTestFinished(listening.close);
  return listening;
}

describe('pictures of an issue', () => {
  test('are fetched from the addresses that GitHub hands out with the page', async () => {
    const { images, unseen, fetched, requests } = await read({
      body: `Like this:\n${attached(1)}\n<img width="640" alt="x" src="https://github.com/user-attachments/assets/${uuid(2)}">`,
      html: tag(signed(1)) + tag(`${signed(2)}&x=1`, ' width="640"'),
    });
    expect(images).toEqual([PNG_URL, PNG_URL]);
    expect(unseen).toBe(0);
    expect(fetched).toEqual([signed(1), `${signed(2)}&x=1`]);
    expect(requests).toEqual(['/repos/octo/app/issues/1 application/vnd.github.v3.full+json']);
  });

  test.each([
    ['image/png', PNG],
    ['image/jpeg', bytes('\xff\xd8\xff\xe0')],
    ['image/gif', bytes('GIF89a')],
    ['image/webp', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
  ])('may be %s, told by their first bytes', async (type, picture) => {
    const { images } = await read({
      body: attached(1),
      html: tag(signed(1)),
      pictures: async () => picture,
    });
    expect(images).toEqual([`data:${type};base64,${picture.toString('base64')}`]);
  });

  test('cost nothing where there are none', async () => {
    const { images, unseen, requests } = await read({ body: 'A counter, no pictures!', html: '' });
    expect({ images, unseen, requests }).toEqual({ images: [], unseen: 0, requests: [] });
  });

  test('S11 are those of the text that was asked for: what was put in or out since does not count', async () => {
    const { images, unseen, fetched } = await read({
      body: `${attached(1)}\n${attached(2)}`,
      now: `${attached(1)}\n${attached(3)}\n![x](https://evil.example/x.png)`,
      html: tag(signed(1)) + tag(signed(3)) + tag('https://camo.githubusercontent.com/a/b'),
    });
    expect(fetched).toEqual([signed(1)]);
    expect(images).toHaveLength(1);
    expect(unseen).toBe(0);
  });

  test('are five at most, each once', async () => {
    const all = Array.from({ length: 8 }, (_, at) => at);
    const { images, unseen } = await read({
      body: [...all, 0].map(attached).join('\n'),
      html: [...all, 0].map((at) => tag(signed(at))).join(''),
    });
    expect(images).toHaveLength(5);
    expect(unseen).toBe(3);
  });

  test.each<[string, string, string]>([
    ['of another host', '![x](https://evil.example/x.png)', 'https://camo.githubusercontent.com/1/2'],
    ['of a host that only ends alike', attached(1), `https://evilgithubusercontent.com/${uuid(1)}.png`],
    [
      'of a host for anybody’s files',
      attached(1),
      `https://raw.githubusercontent.com/e/e/main/${uuid(1)}.png`,
    ],
    ['through a proxy of GitHub’s', attached(1), `https://camo.githubusercontent.com/${uuid(1)}`],
    ['in the clear', attached(1), signed(1).replace('https:', 'http:')],
    ['at another port', attached(1), signed(1).replace('.com/', '.com:8443/')],
    ['with somebody’s password', attached(1), signed(1).replace('https://', 'https://a:b@')],
    ['whose name is only in the query', attached(1), `${PRIVATE}/x.png?${uuid(1)}`],
    ['that is no address', attached(1), 'docs/a.png'],
    ['that is text', attached(1), `data:image/png;base64,${PNG.toString('base64')}`],
    ['of a file of the runner', attached(1), `file:///etc/${uuid(1)}`],
  ])('S50 S65 one %s is not fetched, but counted', async (_, body, src) => {
    const { images, unseen, fetched } = await read({ body, html: tag(src) });
    expect(fetched).toEqual([]);
    expect({ images, unseen }).toEqual({ images: [], unseen: 1 });
  });

  test('S12 one that nobody can see is not shown to a model', async () => {
    const { images, fetched, unseen } = await read({
      body: `${attached(1)}<img width=1 src="https://github.com/user-attachments/assets/${uuid(2)}">`,
      html: tag(signed(1)) + tag(signed(2), ' width="1"'),
    });
    expect(images).toHaveLength(1);
    expect(fetched).toEqual([signed(1)]);
    expect(unseen).toBe(1);
  });

  test('emoji are none', async () => {
    const { unseen, images } = await read({
      body: `:shipit: ${attached(1)}`,
      html: `<img class="emoji" src="https://github.githubassets.com/images/icons/emoji/shipit.png">${tag(signed(1))}`,
    });
    expect({ unseen, images: images.length }).toEqual({ unseen: 0, images: 1 });
  });

  test.each<[string, Scene['pictures']]>([
    ['is gone', async () => null],
    ['breaks off', () => Promise.reject(new TypeError('terminated'))],
    ['is a page', async () => bytes('<!DOCTYPE html>')],
    ['is a drawing with text', async () => bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['is empty', async () => bytes('')],
    ['is too large', async () => Buffer.concat([PNG, Buffer.alloc(LARGEST_IMAGE)])],
  ])('one that %s is counted, and the others are shown', async (_, broken) => {
    const { images, unseen } = await read({
      body: `${attached(1)}${attached(2)}`,
      html: tag(signed(1)) + tag(signed(2)),
      pictures: async (url) => (url === signed(1) && broken !== undefined ? broken(url) : PNG),
    });
    expect(images).toEqual([PNG_URL]);
    expect(unseen).toBe(1);
  });

  test('are counted in the text where GitHub does not show the page', async () => {
    const { images, unseen } = await read({ body: `${attached(1)} <IMG src=x>`, html: null });
    expect({ images, unseen }).toEqual({ images: [], unseen: 2 });
  });

  test('S71 of an Enterprise Server come from the server itself, or its host for media', async () => {
    const storage = `/storage/user/5/files/${uuid(1)}`;
    const { fetched, apiUrl } = await read({
      body: `![a](https://git.corp${storage}) ![b](https://git.corp/user-attachments/assets/${uuid(2)}) ${attached(3)}`,
      html:
        tag(`SERVER${storage}`) +
        tag(`https://media.git.corp/x/${uuid(2)}?token=1`) +
        tag(`https://git.corp/${uuid(3)}`),
      serverUrl: 'https://git.corp',
    });
    expect(fetched).toEqual([
      `${apiUrl}${storage}`,
      `https://media.git.corp/x/${uuid(2)}?token=1`,
      `https://git.corp/${uuid(3)}`,
    ]);
  });
});

test('S64 S65 of an issue with attachments come without our token, and without what lies elsewhere', async () => {
  const emulated = await startGitHub({
    images: {
      [uuid(1)]: PNG,
      [uuid(2)]: { redirect: 'https://elsewhere.example/x.png' },
      [uuid(3)]: { unannounced: LARGEST_IMAGE + 1 },
    },
  });
  onTestFinished(() => emulated.close());
  const body = `${[1, 2, 3, 4].map(attached).join('\n')}\n![x](https://evil.example/x.png)`;
  const { number } = await emulated.createIssue({ title: 'Like this', body });
  const { token, repository, url: apiUrl, serverUrl } = emulated;
  const github = createGitHub({
    ...{ token, repository, apiUrl, now: Date.now, redact: (text: string) => text },
    sleep: async () => {},
  });
  const request = { issueNumber: number, body, serverUrl, fetchImage: downloadImage };
  expect(await readImages(github, request)).toEqual({ images: [PNG_URL], unseen: 4 });
  const requests = emulated.imageRequests();
  expect(requests.map(({ status }) => status).sort()).toEqual([200, 200, 302, 404]);
  expect(requests.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  expect(emulated.violations()).toEqual([]);
});

describe('a download', () => {
  test('S64 is whole, and carries no token', async () => {
    const headers: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      headers.push(request.headers.authorization, request.headers.cookie);
      response.end(PNG);
    });
    const { url, close } = await listenOnLoopback(server);
    onTestFinished(close);
    expect(Buffer.from((await downloadImage(url)) ?? [])).toEqual(PNG);
    expect(headers).toEqual([undefined, undefined]);
  });

  test('S65 follows no redirect', async () => {
    const paths: string[] = [];
    const { url } = await serve((path, response) => {
      paths.push(path);
      response.writeHead(302, { location: '/other' });
      response.end('moved');
    });
    expect(await downloadImage(`${url}/a`)).toBeNull();
    expect(paths).toEqual(['/a']);
  });

  test.each([404, 403, 500])('is none where the answer is %i', async (status) => {
    const { url } = await serve((_, response) => response.writeHead(status).end(PNG));
    expect(await downloadImage(url)).toBeNull();
  });

  test('S39 ends as soon as it is too large, however long it would go on', async () => {
    let sent = 0;
    const { url } = await serve((_, response) => {
      const part = Buffer.alloc(500_000);
      const push = () => {
        if (response.destroyed) return;
        sent += part.length;
        if (response.write(part)) setImmediate(push);
        else response.once('drain', push);
      };
      push();
    });
    expect(await downloadImage(url)).toBeNull();
    expect(sent).toBeLessThan(LARGEST_IMAGE * 4);
  });

  test('as large as may be is whole', async () => {
    const { url } = await serve((_, response) => void response.end(Buffer.alloc(LARGEST_IMAGE, 1)));
    expect((await downloadImage(url))?.byteLength).toBe(LARGEST_IMAGE);
  });
});
