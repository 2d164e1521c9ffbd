// Hands an opened WebSocket to the handler of its route; a refusal closes it with the refusal's name.
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { languageOf } from '../i18n/translate.ts';
import type { HttpCaller } from './http-caller.ts';
import { type MountedRoute, sent } from './mounted-route.ts';

/** Close code of a refusal: of the range kept for applications, 4000-4999. */
export const REFUSED = 4403;
/** Close code when the handler failed: 1011, internal error (RFC 6455, 7.4.1). */
const FAILED = 1011;

/** @returns the handler @fastify/websocket calls once hooks (who calls, may he, how often) have let the request through */
export function takeSocket(
  mounted: MountedRoute<HttpCaller | null>,
  options: { now: () => Date; publicUrl: string | null },
) {
  return async (socket: WebSocket, request: FastifyRequest): Promise<void> => {
    // A connection without a listener for its errors would end the process.
    socket.on('error', () => socket.terminate());
    try {
      const result = await mounted.handle({
        params: request.params,
        query: request.query,
        body: undefined,
        language: languageOf(request.headers['accept-language'] ?? request.caller?.locale ?? undefined),
        now: options.now(),
        request,
        origin: options.publicUrl ?? `${request.protocol}://${request.host}`,
        caller: request.caller,
        socket,
      } as never);
      if (result !== sent && !result.ok) socket.close(REFUSED, result.reason);
    } catch (error) {
      request.log.error({ error }, 'a socket could not be served');
      socket.close(FAILED);
    }
  };
}
