// A receiver of webhooks that only counts: how often each message came, and which event it told of.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Receiver {
  url: string;
  /** Message id → how often it came. */
  came: Map<string, number>;
  /** Events told of. */
  events: Set<string>;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const came = new Map<string, number>();
  const events = new Set<string>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      came.set(id, (came.get(id) ?? 0) + 1);
      events.add(JSON.parse(body).id);
      response.writeHead(204).end();
    });
    // A sender that is killed in mid-sentence is what this is about.
    request.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    came,
    events,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
