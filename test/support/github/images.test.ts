import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitHub, startGitHub } from './index.js';
import { list } from './wire.js';

const uuid = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20)]);
const at = { owner: 'octo', repo: 'app' };
const attached = (digit: string): string => `https://github.com/user-attachments/assets/${uuid(digit)}`;

let github: GitHub;
let octokit: Octokit;

beforeAll(async () => {
  const elsewhere = 'https://elsewhere.example/x.png';
  const images = {
    [uuid('a')]: png,
    [uuid('b')]: { unannounced: 100_000 },
    [uuid('c')]: { redirect: elsewhere },
  };
  github = await startGitHub({ images });
  octokit = new Octokit({ auth: github.token, baseUrl: github.url });
});
afterAll(() => github.close());

/** The addresses of a text's images, as `full` shows it. */
async function shown(body: string, format = 'full'): Promise<string[]> {
  const { number } = await github.createIssue({ title: 'One', body });
  const { data } = await octokit.rest.issues.get({ ...at, issue_number: number, mediaType: { format } });
  expect(data.body).toBe(format === 'full' ? body : undefined);
  const sources = list([...(data.body_html ?? '').matchAll(/<img src="([^"]*)"/g)].map((match) => match[1]));
  return sources.map((source) => String(source).replaceAll('&amp;', '&'));
}

test.each(['full', 'html'])('an attached image gets an address that needs no login (%s)', async (format) => {
  const [source = ''] = await shown(`See ![shot](${attached('a')})`, format);
  expect(source).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/private-user-images\/.*\.png\?jwt=ey.*&response=inline$/,
  );
  const answer = await fetch(source, { headers: { authorization: 'Bearer x' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
  expect(github.imageRequests().at(-1)).toMatchObject({ authorization: 'Bearer x', status: 200 });
});

test('without the right jwt it is not there, nor is one that nobody attached', async () => {
  const [source = '', missing = ''] = await shown(`![a](${attached('a')}) ![d](${attached('d')})`);
  for (const wrong of [source.replace(/\?.*/, ''), source.replace(/jwt=[^&]*/, 'jwt=x'), missing]) {
    expect((await fetch(wrong)).status).toBe(404);
  }
});

test('a large one may come without its length, and one may lead elsewhere', async () => {
  const [large = '', away = ''] = await shown(
    `![b](${attached('b')})\n<img width="9" src="${attached('c')}">`,
  );
  const answer = await fetch(large);
  expect((await answer.arrayBuffer()).byteLength).toBe(100_000);
  const redirect = await fetch(away, { redirect: 'manual' });
  expect([redirect.status, redirect.headers.get('location')]).toEqual([
    302,
    'https://elsewhere.example/x.png',
  ]);
});

test('an image from elsewhere comes by way of camo, and code has none', async () => {
  const fence = '```';
  const sources = await shown(
    `![x](https://other.example/x.png)\n${fence}\n![a](${attached('a')})\n${fence}\n`,
  );
  expect(sources).toEqual([expect.stringMatching(/^https:\/\/camo\.githubusercontent\.com\/[0-9a-f]+$/)]);
});

test('other answers have no HTML, and asking for images is no request of the API', async () => {
  const { number } = await github.createIssue({ title: 'One', body: 'x' });
  const { data } = await octokit.rest.issues.get({ ...at, issue_number: number });
  expect(data).not.toHaveProperty('body_html');
  const comment = await github.comment(number, `![a](${attached('a')})`);
  const format = { mediaType: { format: 'full' } };
  const listed = await octokit.rest.issues.listComments({ ...at, issue_number: number, ...format });
  expect(listed.data).toMatchObject([{ id: comment.id, body: comment.body }]);
  expect(listed.data[0]?.body_html).toContain('/private-user-images/');
  expect(github.requests().map(({ path }) => path)).not.toContainEqual(expect.stringContaining('images'));
  expect(github.violations()).toEqual([]);
});
