// Turns whatever went wrong on the way to the service into one shape and one sentence in the reader's language.
import type { TFunction } from 'i18next';

/** One refused field or row of an RFC 9457 answer. */
export interface ProblemDetail {
  path: string;
  code: string;
  row?: number;
  message?: string;
}

/** An answer that was not a yes. `code` is the named refusal, or `offline`, `timeout`, `http_<status>` when none was sent. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly details: ProblemDetail[];
  /** seconds after which trying again makes sense, when the service said so */
  readonly retryAfter: number | undefined;
  /** anything else the service said about it */
  readonly extra: Record<string, unknown>;

  constructor(input: {
    code: string;
    status: number;
    title?: string;
    details?: ProblemDetail[];
    retryAfter?: number;
    extra?: Record<string, unknown>;
  }) {
    super(input.title || input.code);
    this.name = 'Problem';
    this.code = input.code;
    this.status = input.status;
    this.title = input.title ?? '';
    this.details = input.details ?? [];
    this.retryAfter = input.retryAfter;
    this.extra = input.extra ?? {};
  }
}

/** Reads a refused `Response` into a Problem; never throws itself. */
export async function readProblem(response: Response): Promise<Problem> {
  let body: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(await response.text());
    if (parsed && typeof parsed === 'object') body = parsed as Record<string, unknown>;
  } catch {
    // A proxy's own error page: the status alone has to do.
  }
  const seconds = Number(response.headers.get('retry-after'));
  const details = body.details ?? body.errors;
  const { code, title, detail, status: _status, type: _type, details: _details, errors: _errors, ...extra } = body;
  return new Problem({
    code: typeof code === 'string' ? code : `http_${response.status}`,
    status: response.status,
    title: typeof title === 'string' ? title : typeof detail === 'string' ? detail : '',
    details: Array.isArray(details) ? (details as ProblemDetail[]) : [],
    ...(seconds > 0 ? { retryAfter: seconds } : {}),
    extra,
  });
}

/** Any thrown value as a Problem, so that screens have one thing to show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ code: 'unexpected', status: 0, title: error instanceof Error ? error.message : String(error) });
}

/**
 * The sentence for a problem: `problems:title.<code>`, then `ui:problem.<code>`, then the title the service sent
 * (already in the reader's language), then one by kind of status.
 */
export function problemText(t: TFunction, error: unknown): string {
  const problem = asProblem(error);
  const kind = problem.status >= 500 ? 'http_500' : `http_${problem.status}`;
  const own = t([`problems:title.${problem.code}`, `ui:problem.${problem.code}`], {
    ...problem.extra,
    ...(problem.extra.values as Record<string, string> | undefined),
    retryAfter: problem.retryAfter,
    defaultValue: '',
  });
  return own || problem.title || t([`ui:problem.${kind}`, 'ui:problem.unexpected']);
}

/** Sentences for fields at fault, by dotted path, for showing beside the fields of a form. */
export function fieldTexts(t: TFunction, error: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const detail of asProblem(error).details)
    texts[detail.path.replace(/^body\./, '')] ??= t(`problems:issue.${detail.code}`, {
      defaultValue: detail.message || t('ui:problem.field'),
    });
  return texts;
}
