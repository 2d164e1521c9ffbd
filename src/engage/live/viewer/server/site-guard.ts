// Lets our own pages and exactly the listed sites use a room; never with cookies, never by a pattern.
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the page that asks may use the room. Programs that are no browser send no origin and are let in. */
export function mayStand(request: FastifyRequest, ownOrigin: string, origins: readonly string[]): boolean {
  const from = request.headers.origin?.toLowerCase();
  if (from === undefined) return true;
  const own = [ownOrigin.toLowerCase(), `${request.protocol}://${request.host}`.toLowerCase()];
  return own.includes(from) || origins.includes(from);
}

/** Lets the asking page read the answer, also a refusal. */
export function allowReading(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): void {
  reply.header('vary', 'origin');
  const from = request.headers.origin?.toLowerCase();
  if (from === undefined || !origins.includes(from)) return;
  reply.header('access-control-allow-origin', from).header('cross-origin-resource-policy', 'cross-origin');
}
