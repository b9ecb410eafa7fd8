import type { Exchange, Numbered, Treat } from './proxy.js';
import { askedFor, type Run, type TreatOf } from './stage.js';

/**
 * What can go wrong with one request. `killed before`: the process dies and the server never hears of it. `killed
 * after`: it dies when the server has done what was asked. `answer lost`: the server has done it, and the connection
 * breaks. `502 after`: the same with an error of something in between. `500 before`: the server does nothing and says
 * so. `SIGINT`: a person cancels at this moment.
 */
export const MODES = [
  'killed before',
  'killed after',
  'answer lost',
  '502 after',
  '500 before',
  'SIGINT',
] as const;

export type Mode = (typeof MODES)[number];

/** Where something goes wrong: at the request of this number. */
export type Fault = { readonly ordinal: number; readonly mode: Mode };

/** Lets one thing go wrong. @param onHit hears of the request that was hit. */
export function failing({ ordinal, mode }: Fault, onHit: (exchange: Exchange) => void = () => {}): TreatOf {
  return (run): Treat =>
    async (exchange) => {
      if (exchange.ordinal !== ordinal) return exchange.pass();
      onHit(exchange);
      await DAMAGE[mode](exchange, run);
    };
}

const DAMAGE: Record<Mode, (exchange: Exchange, run: Run) => Promise<void>> = {
  'killed before': async (exchange, run) => {
    run.kill();
    await exchange.cut();
  },
  'killed after': async (exchange, run) => {
    await exchange.apply();
    run.kill();
    await exchange.cut();
  },
  'answer lost': async (exchange) => {
    const answer = await exchange.apply();
    // A model's answer breaks off in its middle, where it looks most like a whole one.
    await exchange.cut(exchange.to === 'model' ? { answer, bytes: answer.body.length >> 1 } : undefined);
  },
  '502 after': async (exchange) => {
    await exchange.apply();
    exchange.answer(502);
  },
  '500 before': async (exchange) => exchange.answer(500),
  SIGINT: async (exchange, run) => {
    run.interrupt();
    await exchange.pass();
  },
};

/** A request in a few words: `POST git/refs`, `model game.js`. */
export function nameOf({ to, method, path, body }: Numbered): string {
  if (to === 'model') return `model ${askedFor(body)}`;
  return `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+\/?/, '').replace(/[0-9a-f]{40}/, '…')}`;
}
