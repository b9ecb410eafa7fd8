import type { GitHub } from '../api/client.js';
import { eachAtOnce } from '../api/requests.js';
import { readTag } from '../markup/html-tags.js';
import { type FetchImage, LARGEST_IMAGE } from './image-download.js';

const MOST_IMAGES = 5;
/** Pixels: a picture that nobody can see shows a model nothing either. */
const SMALLEST = 16;

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;
/** Where github.com keeps attachments. Other hosts of that name show what anybody puts there. */
const ATTACHMENT_HOSTS = ['private-user-images.githubusercontent.com', 'user-images.githubusercontent.com'];
const PICTURE = /!\[|<img\b/gi;

export type ImagesRequest = {
  readonly issueNumber: number;
  /** The text that was asked for, as it was then. */
  readonly body: string;
  /** An Enterprise Server keeps attachments itself. */
  readonly serverUrl: string;
  readonly fetchImage: FetchImage;
};

export type Images = {
  /** `data:` addresses, in the order of the text. */
  readonly images: readonly string[];
  /** Pictures of the text that are not among them. */
  readonly unseen: number;
};

/** A picture as GitHub shows it. */
type Shown = { readonly src: string; readonly original: string; readonly isTiny: boolean };

/**
 * The pictures in the text of an issue that were attached to it. Their addresses in the text need a person's login;
 * GitHub hands out others, good for some minutes, with the text as it shows it. Only a picture that stands in the
 * text that was asked for is taken: an attachment never changes, whatever becomes of the text.
 *
 * Never fails: a picture that cannot be had is counted as unseen.
 */
export async function readImages(github: GitHub, request: ImagesRequest): Promise<Images> {
  const { body, fetchImage } = request;
  const inText = body.match(PICTURE)?.length ?? 0;
  if (inText === 0) return { images: [], unseen: 0 };
  const issue = await readRendered(github, request.issueNumber);
  if (issue === null) return { images: [], unseen: inText };
  const shown = imagesIn(issue.html).filter((image) => issue.body === body || isIn(body, image));
  const origins = [issue.origin, request.serverUrl];
  const wanted = new Map(
    shown
      .filter((image) => isAttachment(image, body, origins))
      .map((image) => [uuidOf(image.src), image.src]),
  );
  const fetched = await eachAtOnce([...wanted.values()].slice(0, MOST_IMAGES), (src) =>
    fetchImage(src).catch(() => null),
  );
  const images = fetched.flatMap((bytes) => (bytes === null ? [] : (dataUrlOf(bytes) ?? [])));
  const different = new Set(shown.map(({ src }) => uuidOf(src) ?? src)).size;
  return { images, unseen: different - images.length };
}

/** The issue as a page shows it, and whose server that is; null when it cannot be had. */
async function readRendered(
  github: GitHub,
  issueNumber: number,
): Promise<{ html: string; body: string; origin: string } | null> {
  const asked = { ...github.repo, issue_number: issueNumber, mediaType: { format: 'full+json' } };
  try {
    const { data } = await github.rest.issues.get(asked);
    const origin = github.rest.issues.get.endpoint(asked).url;
    return { html: data.body_html ?? '', body: data.body ?? '', origin };
  } catch {
    return null;
  }
}

function imagesIn(html: string): Shown[] {
  return [...html.matchAll(/<img\b/gi)].flatMap(({ index }) => {
    const attributes = readTag(html, index)?.attributes ?? new Map<string, string>();
    const src = unescaped(attributes.get('src') ?? '');
    const isEmoji = /(?:^|\s)emoji(?:\s|$)/.test(attributes.get('class') ?? '');
    if (src === '' || isEmoji) return [];
    const sides = ['width', 'height'].map((name) => Number.parseInt(attributes.get(name) ?? '', 10));
    const isTiny = sides.some((side) => side < SMALLEST);
    return [{ src, original: unescaped(attributes.get('data-canonical-src') ?? src), isTiny }];
  });
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** Whether a picture of the page is one of the text. */
function isIn(body: string, { src, original }: Shown): boolean {
  return body.includes(original) || isNamedIn(body, src);
}

function isNamedIn(body: string, src: string): boolean {
  const uuid = uuidOf(src);
  return uuid !== null && body.toLowerCase().includes(uuid);
}

function uuidOf(src: string): string | null {
  return (UUID.exec(URL.parse(src)?.pathname ?? '')?.[0] ?? null)?.toLowerCase() ?? null;
}

/** Whether a picture is an attachment that the text names, on a host of GitHub's that holds nothing else. */
function isAttachment({ src, isTiny }: Shown, body: string, origins: readonly string[]): boolean {
  const url = URL.parse(src);
  if (url === null || isTiny || url.username !== '' || !isNamedIn(body, src)) return false;
  const isOwn = origins.some((origin) => new URL(origin).origin === url.origin);
  return isOwn || (url.protocol === 'https:' && url.port === '' && isAttachmentHost(url.hostname, origins));
}

function isAttachmentHost(host: string, origins: readonly string[]): boolean {
  // An Enterprise Server may keep attachments under a name of its own.
  return (
    ATTACHMENT_HOSTS.includes(host) || origins.some((origin) => host === `media.${new URL(origin).hostname}`)
  );
}

/** A picture as an address that holds it; null when its first bytes are not those of a picture that models take. */
function dataUrlOf(bytes: Uint8Array): string | null {
  const type = typeOf(Buffer.from(bytes.subarray(0, 12)).toString('latin1'));
  if (type === null || bytes.byteLength > LARGEST_IMAGE) return null;
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern */
function typeOf(start: string): string | null {
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  return /^RIFF[\s\S]{4}WEBP/.test(start) ? 'webp' : null;
}
