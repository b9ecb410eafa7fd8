import { Html } from './html.js';

/** Drawn for these pages with one pen, 16 × 16. */
const DRAWINGS = {
  app: '<rect x="1.7" y="2.7" width="12.6" height="10.6" rx="1.5"/><path d="M1.7 6h12.6M4 4.4h.1M6 4.4h.1"/>',
  check: '<path d="M3 8.5l3.3 3.3L13 5"/>',
  clock: '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.5V8l2.3 1.6"/>',
  code: '<path d="M5.5 4L1.8 8l3.7 4M10.5 4l3.7 4-3.7 4"/>',
  comment: '<path d="M2 3.2h12v8.2H7.4L4.5 14v-2.6H2z"/>',
  commit: '<circle cx="8" cy="8" r="3"/><path d="M.8 8H5M11 8h4.2"/>',
  draft:
    '<circle cx="4" cy="3.5" r="1.8"/><circle cx="4" cy="12.5" r="1.8"/><circle cx="12" cy="12.5" r="1.8"/><path d="M4 5.3v5.4M12 4.2v1.2M12 8v1.2"/>',
  eye: '<path d="M1.2 8S3.700 3.500 8 3.500 14.800 8 14.800 8 12.300 12.500 8 12.500 1.200 8 1.200 8z"/><circle cx="8" cy="8" r="2"/>',
  file: '<path d="M3.2 1.8h6l3.6 3.6v8.8H3.2zM9 2v3.6h3.6"/>',
  issue: '<circle cx="8" cy="8" r="6.2"/><circle cx="8" cy="8" r="1" fill="currentColor"/>',
  merged:
    '<circle cx="4" cy="3.5" r="1.8"/><circle cx="4" cy="12.5" r="1.8"/><circle cx="12" cy="8" r="1.8"/><path d="M4 5.3v5.4M4.6 5.2C5.5 7 7.5 8 10.2 8"/>',
  play: '<circle cx="8" cy="8" r="6.2"/><path d="M6.6 5.400v5.200l4-2.600z" fill="currentColor"/>',
  pull: '<circle cx="4" cy="3.5" r="1.8"/><circle cx="4" cy="12.5" r="1.8"/><circle cx="12" cy="12.5" r="1.8"/><path d="M4 5.300v5.400M12 10.700V6c0-1.5-.8-2.3-2.2-2.300H8M9.8 1.700L7.8 3.700l2 2"/>',
  repository: '<path d="M3 2h10v12H4.500A1.5 1.5 0 0 1 3 12.500zM3 12.500A1.5 1.5 0 0 1 4.5 11H13"/>',
  tag: '<path d="M2 2h5.500l6.5 6.5-5.5 5.500L2 7.500z"/><circle cx="5" cy="5" r=".8"/>',
} as const;

export type Icon = keyof typeof DRAWINGS;

/** A small picture in the colour of the text around it. */
export function icon(name: Icon): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${DRAWINGS[name]}</svg>`,
  );
}
