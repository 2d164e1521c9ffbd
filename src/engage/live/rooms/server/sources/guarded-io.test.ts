// Connectors reach what the installation lets them reach, and nothing inside its own network.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { guardedFetch, guardedSocket } from './guarded-io.ts';

let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/away') return response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    request.pipe(response.writeHead(200, { 'x-said': request.method ?? '' }));
  });
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

it('fetches from a host that is let through, follows nobody elsewhere, and refuses the rest', async () => {
  const fetch = guardedFetch(['127.0.0.1']);
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '回音' });
  expect(answer).toMatchObject({ status: 200, headers: { 'x-said': 'POST' } });
  expect(Buffer.from(answer.body).toString('utf8')).toBe('回音');
  expect((await fetch(`http://127.0.0.1:${port}/away`)).status).toBe(302);
  for (const url of ['http://127.0.0.1/', 'https://127.0.0.1/', 'https://10.0.0.1/', 'file:///etc/passwd'])
    await expect(guardedFetch([])(url)).rejects.toThrow();
});

it('opens a socket to a host that is let through, and closes one to the shop’s own network before it begins', async () => {
  const heard = await new Promise((resolve) => {
    const line = guardedSocket(['127.0.0.1'])(`ws://127.0.0.1:${port}/`);
    line.onOpen(() => line.send(new Uint8Array([1, 2, 3])));
    line.onMessage((data) => {
      line.close();
      resolve(data);
    });
  });
  expect(heard).toEqual(new Uint8Array([1, 2, 3]));
  const closed = await new Promise((resolve) => guardedSocket([])('wss://127.0.0.1/').onClose(resolve));
  expect(closed).toBe(1008);
});
