// Lets exactly the listed origins call the widget's routes; never with cookies, never by a pattern.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { findSite, type SiteRow } from './site.store.ts';

interface Visit {
  params: { key: string };
  request: FastifyRequest;
  reply: FastifyReply;
  origin: string;
}

/**
 * The site behind the key, when the page that asks may use it. The headers that let a browser read the answer are set
 * before anything else can be refused, so that the page may also read why.
 */
export async function openSite(
  database: Database,
  visit: Visit,
): Promise<Result<SiteRow, 'not_found' | 'foreign_origin'>> {
  const { request, reply } = visit;
  reply.header('vary', 'origin');
  const site = await findSite(database, visit.params.key);
  if (!site) return refuse('not_found');
  const from = request.headers.origin?.toLowerCase();
  if (from !== undefined && site.origins.includes(from)) {
    reply
      .header('access-control-allow-origin', from)
      .header('access-control-expose-headers', 'retry-after')
      .header('cross-origin-resource-policy', 'cross-origin');
    return ok(site);
  }
  // The preview in the console stands on our own page.
  const own = from === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : isOwn(from, visit);
  return own ? ok(site) : refuse('foreign_origin');
}

function isOwn(from: string, visit: Visit): boolean {
  return (
    from === visit.origin.toLowerCase() || from === `${visit.request.protocol}://${visit.request.host}`.toLowerCase()
  );
}

/** Answers a preflight: what an allowed origin may send. */
export function allowCall(reply: FastifyReply, method: 'GET' | 'POST'): void {
  reply
    .header('access-control-allow-methods', method)
    .header('access-control-allow-headers', 'content-type')
    .header('access-control-max-age', '600');
}
