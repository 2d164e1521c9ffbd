// Every error leaves as RFC 9457 problem+json: a stable code, a sentence in the caller's language, the field and row at fault.
import type { RefusalDetail } from '../../kit/result.ts';
import { type Language, translator } from '../i18n/translate.ts';

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: { path: string; code: string; message: string; row?: number }[];
  requestId?: string;
  /** What the title names, for whoever says it in words of his own. */
  values?: Record<string, string>;
}

const STATUS_BY_CODE: Record<string, number> = {
  not_found: 404,
  no_such_route: 404,
  not_signed_in: 401,
  wrong_credentials: 401,
  forbidden: 403,
  foreign_origin: 403,
  expired: 410,
  gone: 410,
  bad_json: 400,
  bad_signature: 401,
  stale_signature: 401,
  payload_too_large: 413,
  unsupported_media_type: 415,
  wants_socket: 426,
  invalid: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
};

/**
 * The one place where a refusal's name becomes an HTTP status: by the table, by its first word, else 409 (the request was
 * understood, the state of things forbids it).
 */
export function statusOf(code: string): number {
  if (Object.hasOwn(STATUS_BY_CODE, code)) return STATUS_BY_CODE[code]!;
  if (code.startsWith('invalid_') || code.startsWith('unknown_') || code.startsWith('missing_')) return 422;
  if (code.startsWith('too_large')) return 413;
  return 409;
}

/** @param details fields and rows at fault; their sentences come from `problems:issue.<code>` */
export function problemOf(
  code: string,
  language: Language,
  options: {
    details?: RefusalDetail[] | undefined;
    requestId?: string;
    values?: Record<string, string> | undefined;
  } = {},
): Problem {
  const t = translator(language);
  const problem: Problem = {
    type: `urn:huiyin:problem:${code}`,
    title: t(`problems:title.${code}`, options.values, t('problems:title.other', { code })),
    status: statusOf(code),
    code,
  };
  const detail = t(`problems:detail.${code}`, options.values, '');
  if (detail) problem.detail = detail;
  if (options.details?.length) {
    problem.errors = options.details.slice(0, 100).map((item) => ({
      path: item.path,
      code: item.code,
      message: t(`problems:issue.${item.code}`, undefined, item.message ?? t('problems:issue.other')),
      ...(item.row === undefined ? {} : { row: item.row }),
    }));
  }
  if (options.values) problem.values = options.values;
  if (options.requestId) problem.requestId = options.requestId;
  return problem;
}

/** Zod's issues as details: dotted path, our code, and for batches the row. */
export function detailsOfIssues(
  issues: readonly { path: readonly PropertyKey[]; code: string; message: string }[],
): RefusalDetail[] {
  return issues.map((issue) => {
    const rowIndex = issue.path[0] === 'items' && typeof issue.path[1] === 'number' ? issue.path[1] : undefined;
    const code = /^[a-z]+(_[a-z]+)+$/.test(issue.message) ? issue.message : issue.code;
    return {
      path: issue.path.map(String).join('.'),
      code,
      message: issue.message,
      ...(rowIndex === undefined ? {} : { row: rowIndex }),
    };
  });
}
