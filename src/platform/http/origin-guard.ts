// Keeps other sites from acting with a member's cookie: a changing request must come from our own pages.
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Fetch Metadata first (Sec-Fetch-Site), Origin where a browser does not send it; a request with neither carries no
 * browser's cookie jar by accident and is let through only when it has no cookie at all.
 */
export function isForeign(request: FastifyRequest, hasCookie: boolean): boolean {
  if (SAFE.has(request.method) || !hasCookie) return false;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return false;
  if (site !== undefined) return true;
  const origin = request.headers.origin;
  if (!origin) return true;
  try {
    return new URL(origin).host !== request.host;
  } catch {
    return true;
  }
}
