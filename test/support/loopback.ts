import type { Server } from 'node:http';

/** A server of this machine alone. */
export type Listening = {
  /** Without a slash at the end. */
  readonly url: string;
  /** Ends it with the connections that are still open. */
  close(): Promise<void>;
};

/** Lets a server listen on a free port of 127.0.0.1. Throws when there is none. */
export async function listenOnLoopback(server: Server): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
