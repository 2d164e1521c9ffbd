// The lines by which connectors reach the outside: addresses are looked up first, private networks refused, answers limited.
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import WebSocket from 'ws';
import { mayPost } from '../../../../../platform/egress/post-out.ts';
import type { ConnectorIo, LineSocket } from '../../../connectors/core/connector.contract.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

/** The connection goes to the very address that was looked at. */
function lookupOf(address: string): LookupFunction {
  const family = address.includes(':') ? 6 : 4;
  return (_host, options, done) =>
    options.all ? done(null, [{ address, family }] as never, family) : done(null, address, family);
}

async function addressOf(url: string, privateHosts: readonly string[]): Promise<string> {
  const may = await mayPost(url.replace(/^ws/, 'http'), privateHosts);
  if (!may.ok) throw new Error(may.reason);
  return may.value;
}

export function guardedFetch(privateHosts: readonly string[]): ConnectorIo['fetch'] {
  return async (url, init = {}) => {
    const address = await addressOf(url, privateHosts);
    const target = new URL(url);
    const send = target.protocol === 'https:' ? secureRequest : plainRequest;
    return new Promise((resolve, reject) => {
      const call = send(
        target,
        {
          method: init.method ?? 'GET',
          headers: {
            ...init.headers,
            ...(init.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(init.body)) }),
          },
          lookup: lookupOf(address),
          agent: false,
          signal: AbortSignal.timeout(init.timeoutMs ?? TIMEOUT_MS),
        },
        (answer) => {
          const pieces: Buffer[] = [];
          let bytes = 0;
          answer.on('data', (piece: Buffer) => {
            bytes += piece.length;
            if (bytes > MOST_BYTES) answer.destroy(new Error('the answer is too long'));
            else pieces.push(piece);
          });
          answer.on('end', () => {
            const headers: Record<string, string> = {};
            for (const [name, value] of Object.entries(answer.headers)) headers[name] = String(value ?? '');
            resolve({ status: answer.statusCode ?? 0, headers, body: new Uint8Array(Buffer.concat(pieces)) });
          });
          answer.on('error', reject);
        },
      );
      call.on('error', reject);
      call.end(init.body);
    });
  };
}

/** The connection is begun when its address has been looked up; whoever listens hears of a refusal as of a close. */
export function guardedSocket(privateHosts: readonly string[]): ConnectorIo['socket'] {
  return (url, options = {}): LineSocket => {
    let socket: WebSocket | null = null;
    let isClosed = false;
    let onOpen = () => {};
    let onMessage = (_data: Uint8Array | string) => {};
    let onClose = (_code: number, _reason: string) => {};
    const closed = (code: number, reason: string) => {
      if (isClosed) return;
      isClosed = true;
      onClose(code, reason);
    };
    addressOf(url, privateHosts).then(
      (address) => {
        if (isClosed) return;
        socket = new WebSocket(url, options.protocols ?? [], {
          ...(options.headers ? { headers: options.headers } : {}),
          lookup: lookupOf(address),
          maxPayload: MOST_BYTES,
          handshakeTimeout: TIMEOUT_MS,
          followRedirects: false,
        });
        socket.on('open', () => onOpen());
        socket.on('message', (data, isBinary) => {
          const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
          onMessage(isBinary ? new Uint8Array(bytes) : bytes.toString('utf8'));
        });
        socket.on('error', (error) => closed(1006, error.message));
        socket.on('close', (code, reason) => closed(code, reason.toString('utf8')));
      },
      (error: Error) => closed(1008, error.message),
    );
    return {
      send: (data) => socket?.readyState === WebSocket.OPEN && socket.send(data),
      close() {
        isClosed = true;
        if (socket?.readyState === WebSocket.CONNECTING) socket.terminate();
        else socket?.close();
      },
      onOpen: (listener) => {
        onOpen = listener;
      },
      onMessage: (listener) => {
        onMessage = listener;
      },
      onClose: (listener) => {
        onClose = listener;
      },
    };
  };
}
