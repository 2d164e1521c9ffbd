// Looks at what a request carries before anything reads it: the kind the route takes, not too deep, nothing unstorable.
import type { FastifyRequest } from 'fastify';
import { isTooDeep, plainJson } from '../../kit/plain-json.ts';
import type { RouteSpec } from '../../kit/route.ts';

/** Kinds a page of another site can post without asking first; only a route that says so takes them. */
const FORM_LIKE = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'application/octet-stream',
]);

/** @returns the name of what is wrong, or null; texts of a good body are brought into storable form */
export function lookAtBody(request: FastifyRequest, spec: RouteSpec): 'unsupported_media_type' | 'bad_json' | null {
  const kind = spec.bodyKind ?? 'json';
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (kind === 'json' && FORM_LIKE.has(type)) return 'unsupported_media_type';
  const { body } = request;
  if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body)) {
    if (isTooDeep(body)) return 'bad_json';
    request.body = plainJson(body);
  }
  return null;
}

/** A NUL in an address or a query names nothing: it becomes the replacement character, which matches no row. */
export function plainAddress(request: FastifyRequest): void {
  for (const part of [request.params, request.query] as Record<string, unknown>[]) {
    for (const [key, value] of Object.entries(part ?? {})) {
      if (typeof value === 'string') part[key] = visible(value);
      else if (Array.isArray(value)) part[key] = value.map((item) => (typeof item === 'string' ? visible(item) : item));
    }
  }
}

const visible = (text: string) => text.replaceAll('\0', '\ufffd');
