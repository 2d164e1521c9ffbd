// Answers a refused or failed request, in the caller's language and without a word about our insides.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalDetail } from '../../kit/result.ts';
import { languageOf } from '../i18n/translate.ts';
import { problemOf } from './problem.ts';

/** PostgreSQL or the pool in front of it cannot be reached just now (SQLSTATE classes 08, 53 and 57P). */
const STORE_AWAY = /^(08|53|57P)|^E(CONNREFUSED|CONNRESET|PIPE|NOENT)$/;

/** What the driver and the server say without a code of their own for it. */
const STORE_SILENT =
  /^(timeout exceeded when trying to connect|Connection terminated)|not currently accepting connections$/;

/** Names what went wrong from an error that was thrown. */
export function codeOfError(error: FastifyError): string {
  const code = typeof error.code === 'string' ? error.code : '';
  if (error.statusCode === 413) return 'payload_too_large';
  if (error.statusCode === 415) return 'unsupported_media_type';
  if (error.statusCode === 429) return 'too_many_requests';
  if (error.statusCode === 400) return 'bad_json';
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'invalid';
  // A value no column can hold: a broken cursor, an instant that is none.
  if (/^22[0-9A-Z]{3}$/.test(code)) return 'invalid';
  return STORE_AWAY.test(code) || STORE_SILENT.test(error.message) ? 'unavailable' : 'internal';
}

/** Sends the problem document of a refusal. */
export function deny(
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  details?: RefusalDetail[],
  values?: Record<string, string>,
): FastifyReply {
  const language = languageOf(request.headers['accept-language'] ?? request.caller?.locale ?? undefined);
  const problem = problemOf(code, language, { requestId: request.id, details, values });
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="huiyin"');
  // The problem is sent as text: the route's answer schema describes only its yes.
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
