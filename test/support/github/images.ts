import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FrontRequest, isJson, type Json, list, text } from './wire.js';
import type { World } from './world.js';

/** What somebody attached: the bytes, so many bytes whose number is not said, or a way to somewhere else. */
export type Attachment = Uint8Array | { readonly unannounced: number } | { readonly redirect: string };

/** Somebody asked for an attached image. */
export interface ImageRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly status: number;
}

/** The attachments of a GitHub, and who asked for them. */
export interface Images {
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly key: Buffer;
  readonly requests: ImageRequest[];
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PLACE = '/private-user-images/';

export const createImages = (attachments: Readonly<Record<string, Attachment>>): Images => ({
  attachments: new Map(Object.entries(attachments)),
  key: randomBytes(16),
  requests: [],
});

const jwtOf = (uuid: string, { key }: Images): string =>
  `${Buffer.from('{"typ":"JWT","alg":"HS256"}').toString('base64url')}.e30.${createHmac('sha256', key).update(uuid).digest('base64url')}`;

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An attachment gets an address that is good without a login; an image from elsewhere comes by way of camo. */
function shownImage(address: string, alt: string, world: World): string {
  const { images, serverUrl, url } = world;
  const uuid = new RegExp(`/user-attachments/assets/(${UUID})$`).exec(address)?.[1];
  const isOurs = address.startsWith('https://github.com/') || address.startsWith(`${serverUrl}/`);
  if (uuid === undefined || !isOurs) {
    const camo = `https://camo.githubusercontent.com/${Buffer.from(address).toString('hex')}`;
    return `<img src="${camo}" alt="${escaped(alt)}" data-canonical-src="${escaped(address)}" style="max-width: 100%;">`;
  }
  const signed = `${url}${PLACE}1-${uuid}.png?jwt=${jwtOf(uuid, images)}&response=inline`;
  return `<img src="${escaped(signed)}" alt="${escaped(alt)}" style="max-width: 100%;">`;
}

/** A text as a page shows it, as far as images go: everything else is a paragraph, and code stays code. */
export function htmlOf(body: string, world: World): string {
  const parts = body.split(/^(```[\s\S]*?^```)/m);
  return parts
    .map((part, index) => (index % 2 === 1 ? `<pre>${escaped(part)}</pre>` : paragraph(part, world)))
    .join('\n');
}

function paragraph(markdown: string, world: World): string {
  const image = /!\[([^\]]*)\]\(<?([^\s)>]+)>?[^)]*\)|<img\b[^>]*?\bsrc=["']([^"']+)["'][^>]*>/g;
  let html = '';
  let end = 0;
  for (const match of markdown.matchAll(image)) {
    html += escaped(markdown.slice(end, match.index));
    html += shownImage(match[2] ?? match[3] ?? '', match[1] ?? 'image', world);
    end = match.index + match[0].length;
  }
  return `<p dir="auto">${html}${escaped(markdown.slice(end))}</p>`;
}

/** GitHub's media types `full` and `html`: every text of the answer as a page shows it, with its source or without. */
export function withHtml(request: FrontRequest, value: unknown, world: World): unknown {
  const media = /application\/vnd\.github(?:\.v3)?\.(full|html)(?:\+json)?$/.exec(
    request.headers.accept ?? '',
  )?.[1];
  return media === undefined ? value : shownTexts(value, media === 'full', world);
}

function shownTexts(value: unknown, isFull: boolean, world: World): unknown {
  if (Array.isArray(value)) return list(value).map((each) => shownTexts(each, isFull, world));
  if (!isJson(value) || !('body' in value) || !('node_id' in value)) return value;
  const { body, ...rest } = value;
  const html: Json = { body_html: body === null ? null : htmlOf(text(body), world) };
  return isFull ? { ...rest, body, body_text: body, ...html } : { ...rest, ...html };
}

function typeOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF8')) return 'image/gif';
  return start.startsWith('RIFF') ? 'image/webp' : 'application/octet-stream';
}

/** Answers a request for an attached image; false when it is for the API. */
export function serveImage(incoming: IncomingMessage, outgoing: ServerResponse, { images }: World): boolean {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://front');
  if (!pathname.startsWith(PLACE)) return false;
  const uuid = new RegExp(`^${PLACE}1-(${UUID})\\.png$`).exec(pathname)?.[1] ?? '';
  const isSigned = searchParams.get('jwt') === jwtOf(uuid, images);
  const found = isSigned ? images.attachments.get(uuid) : undefined;
  answerWith(found, outgoing);
  const { authorization } = incoming.headers;
  images.requests.push({ path: pathname, authorization, status: outgoing.statusCode });
  return true;
}

function answerWith(found: Attachment | undefined, outgoing: ServerResponse): void {
  if (found === undefined) return void outgoing.writeHead(404).end('Not Found');
  if ('redirect' in found) return void outgoing.writeHead(302, { location: found.redirect }).end();
  if ('unannounced' in found) {
    outgoing.writeHead(200, { 'content-type': 'image/png' });
    return void outgoing.end(Buffer.alloc(found.unannounced));
  }
  outgoing.writeHead(200, { 'content-type': typeOf(found), 'content-length': found.byteLength }).end(found);
}
