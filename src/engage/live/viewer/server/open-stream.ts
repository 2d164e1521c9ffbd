// Turns a request into an event stream written straight to its connection, so that one buffer serves all readers.
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';

/** @returns the connection; what is written to it now are events */
export function openStream(reply: FastifyReply): Socket {
  reply.hijack();
  const { raw } = reply;
  const socket = raw.socket!;
  // No length and no chunks: the end of the connection is the end of the answer, and every reader gets equal bytes.
  const headers: Record<string, unknown> = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'close',
  };
  delete headers['content-length'];
  const lines = Object.entries(headers)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${String(value).replace(/[\r\n]/g, ' ')}`);
  socket.write(`HTTP/1.1 200 OK\r\n${lines.join('\r\n')}\r\n\r\nretry: 3000\n\n`);
  raw.detachSocket(socket);
  socket.setTimeout(0);
  socket.on('error', () => socket.destroy());
  return socket;
}
