// Calls a route of a contract over fetch with types inferred from it; the only place in the browser that talks HTTP.
import { type CallOf, fillPath, type OkOf, type RouteSpec } from '../../kit/route.ts';
import { hearHouseClock } from './house-clock.ts';
import { Problem, readProblem } from './problem.ts';

/** What the three optional parts look like once the types have done their work. */
interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** the same key on a second try makes the service answer as the first time; made up when left out */
  idempotencyKey?: string;
}

type Listener = () => void;
const signedOut = new Set<Listener>();

/** Registers what to do when the service no longer knows the session. @returns how to stop listening */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Address of a route with its path and query filled in; empty query values are left out, lists are repeated. */
export function addressOf(path: string, parts: Parts): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parts.query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value])
      search.append(key, one instanceof Date ? one.toISOString() : String(one));
  }
  const tail = search.toString();
  return fillPath(path, parts.params) + (tail ? `?${tail}` : '');
}

function payload(spec: RouteSpec, body: unknown): { body?: BodyInit; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} };
  if (body instanceof FormData || body instanceof Blob || typeof body === 'string') return { body, headers: {} };
  if (spec.bodyKind === 'form') {
    const form = new URLSearchParams();
    for (const [key, value] of Object.entries(body as object)) form.append(key, String(value));
    return { body: form, headers: {} };
  }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/**
 * Calls a route. Anything but a yes is thrown as a `Problem`; 401 also tells the listeners of `onSignedOut`.
 * @returns the answer as the contract's `ok` describes it (`undefined` for 204)
 */
export async function call<R extends RouteSpec>(
  spec: R,
  input: CallOf<R> = {} as CallOf<R>,
  options: CallOptions = {},
): Promise<OkOf<R>> {
  const response = await answerOf(spec, input, options);
  if (response.status === 204) return undefined as OkOf<R>;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as OkOf<R>;
}

/** Calls a route that answers with a text file. @returns its words */
export async function callText<R extends RouteSpec>(
  spec: R,
  input: CallOf<R> = {} as CallOf<R>,
  options: CallOptions = {},
): Promise<string> {
  return (await answerOf(spec, input, options)).text();
}

async function answerOf<R extends RouteSpec>(spec: R, input: CallOf<R>, options: CallOptions): Promise<Response> {
  const parts = input as Parts;
  const { body, headers } = payload(spec, parts.body);
  headers.accept = 'application/json';
  if (spec.method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  let response: Response;
  const sentAt = Date.now();
  try {
    response = await globalThis.fetch(addressOf(spec.path, parts), {
      method: spec.method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ code: 'offline', status: 0 });
  }
  hearHouseClock(response.headers.get('date'), sentAt, Date.now());
  if (!response.ok) {
    const problem = await readProblem(response);
    if (response.status === 401) for (const listener of signedOut) listener();
    throw problem;
  }
  return response;
}

/**
 * Sends a file with progress, which fetch cannot report.
 * @param onProgress called with bytes sent and bytes in all
 */
export function upload<R extends RouteSpec>(
  spec: R,
  input: Parts & { body: FormData | Blob },
  onProgress?: (sent: number, total: number) => void,
  signal?: AbortSignal,
): Promise<OkOf<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(spec.method, addressOf(spec.path, input));
    request.setRequestHeader('accept', 'application/json');
    if (spec.method === 'POST') request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.onprogress = (event) => onProgress?.(event.loaded, event.total);
    request.onerror = () => reject(new Problem({ code: 'offline', status: 0 }));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = async () => {
      const headers = new Headers();
      const after = request.getResponseHeader('retry-after');
      if (after) headers.set('retry-after', after);
      const bodyless = request.status === 204 || request.status === 205;
      const response = new Response(bodyless ? null : request.responseText, { status: request.status || 500, headers });
      if (response.ok) resolve((request.responseText ? JSON.parse(request.responseText) : undefined) as OkOf<R>);
      else reject(await readProblem(response));
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(input.body);
  });
}
