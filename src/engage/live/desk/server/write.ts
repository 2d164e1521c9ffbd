// Writes frames that were encoded once to any number of lines.
import type { WebSocket } from 'ws';
import type { DeskFrame } from '../core/desk.contract.ts';

/** Writes text that is already bytes; a closed line is left alone. */
export function write(socket: WebSocket, bytes: Buffer): void {
  if (socket.readyState === socket.OPEN) socket.send(bytes, { binary: false });
}

/** One frame as bytes, for every line of a room. */
export function encode(frame: DeskFrame): Buffer {
  return Buffer.from(JSON.stringify(frame));
}
