// Keeps other sites from acting in a visitor's browser: a changing request must come from our own pages.
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Fetch Metadata first (Sec-Fetch-Site): a browser that says the request comes from elsewhere is refused, with a cookie or
 * without, because signing a visitor in as somebody else is an attack as well. Origin decides where a browser does not send
 * it; a request with neither carries no browser's cookie jar by accident and is let through only without a cookie.
 * A bearer key cannot be sent by another site, so a request with one is its owner's.
 */
export function isForeign(request: FastifyRequest, hasCookie: boolean): boolean {
  if (SAFE.has(request.method) || /^Bearer \S/i.test(request.headers.authorization ?? '')) return false;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return false;
  if (site !== undefined) return true;
  if (!hasCookie) return false;
  const { origin } = request.headers;
  if (!origin) return true;
  try {
    return new URL(origin).host !== request.host;
  } catch {
    return true;
  }
}

/**
 * Browsers open WebSockets to any site and send its cookies along, so a socket that lives by the cookie must come from our own
 * pages. Without an Origin it is no browser's.
 */
export function isForeignSocket(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== request.host;
  } catch {
    return true;
  }
}
