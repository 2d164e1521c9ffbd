// Sends a page to a customer's browser with the headers such pages need.
import type { FastifyReply } from 'fastify';
import { sent } from '../http/mounted-route.ts';
import { PAGE_POLICY } from './page-frame.ts';

interface PageHeaders {
  status?: number;
  /** Search engines and shared caches may keep it; false for everything that is one person's. */
  indexable?: boolean;
  /** Seconds a browser or proxy may keep an indexable page. */
  maxAgeS?: number;
}

/** Answers with a page of `documentOf`. */
export function sendPage(reply: FastifyReply, text: string, options: PageHeaders = {}): typeof sent {
  pageHeaders(reply, options)
    .code(options.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(text);
  return sent;
}

/** Answers a form with the page to read next, so that reloading sends nothing twice. */
export function sendOn(reply: FastifyReply, where: string): typeof sent {
  pageHeaders(reply, {}).code(303).header('location', where).send();
  return sent;
}

function pageHeaders(reply: FastifyReply, options: PageHeaders): FastifyReply {
  const open = options.indexable === true && (options.status ?? 200) === 200;
  if (!open) reply.header('x-robots-tag', 'noindex, nofollow');
  return reply
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', open && options.maxAgeS ? `public, max-age=${options.maxAgeS}` : 'no-store')
    .header('vary', 'accept-language, cookie')
    .header('referrer-policy', 'same-origin');
}
