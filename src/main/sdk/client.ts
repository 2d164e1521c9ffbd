// The client other programs use: every call typed by the contract the server itself is built from, safe to repeat, paged without counting.
import type { CallOf, OkOf, RouteSpec } from '../../kit/route.ts';
import { addressOf } from '../../ui/client/call.ts';
import { Problem, readProblem } from '../../ui/client/problem.ts';
import { type Resources, resources } from './resources.ts';

export interface ClientOptions {
  /** Where Huiyin is reached: `https://feedback.example.com`. */
  url: string;
  /** An API key: `hyk_…`. */
  key: string;
  /** Tries after a failure that another try may mend (no answer, 429, 502–504); 3 when left out. */
  retries?: number;
  /** Milliseconds until a call is given up; 30,000 when left out. */
  timeoutMs?: number;
  /** Another `fetch`, for tests and proxies. */
  fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Calls with the same key are carried out once; made up for each POST when left out. */
  idempotencyKey?: string;
  /** Language of the sentences in problems: `zh-CN` or `en`. */
  language?: 'zh-CN' | 'en';
}

type Method<R extends RouteSpec> =
  Record<string, never> extends CallOf<R>
    ? (input?: CallOf<R>, options?: CallOptions) => Promise<OkOf<R>>
    : (input: CallOf<R>, options?: CallOptions) => Promise<OkOf<R>>;

type Bound<T> = { [G in keyof T]: { [N in keyof T[G]]: T[G][N] extends RouteSpec ? Method<T[G][N]> : never } };

type ItemOf<R extends RouteSpec> = OkOf<R> extends { items: (infer T)[] } ? T : never;

export type Client = Bound<Resources> & {
  /** Calls any route of a contract. @throws {Problem} for anything but a yes */
  call<R extends RouteSpec>(route: R, input?: CallOf<R>, options?: CallOptions): Promise<OkOf<R>>;
  /** Every row of a list, page after page, as it is asked for. */
  each<R extends RouteSpec>(route: R, input?: CallOf<R>, options?: CallOptions): AsyncGenerator<ItemOf<R>>;
};

const MAY_PASS = new Set([429, 502, 503, 504]);

/** Makes a client. Nothing is called yet. */
export function createClient(options: ClientOptions): Client {
  const origin = options.url.replace(/\/+$/, '');

  async function call<R extends RouteSpec>(
    route: R,
    input: CallOf<R> = {} as CallOf<R>,
    callOptions: CallOptions = {},
  ): Promise<OkOf<R>> {
    const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${options.key}` };
    if (callOptions.language) headers['accept-language'] = callOptions.language;
    // The same key at every try: what was carried out and not heard of is not carried out again.
    if (route.method === 'POST') headers['idempotency-key'] = callOptions.idempotencyKey ?? crypto.randomUUID();
    const { body } = input as { body?: unknown };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init = { method: route.method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    for (let tried = 0; ; tried += 1) {
      const answer = await once(origin + addressOf(route.path, input as object), init, callOptions.signal);
      if (answer instanceof Response && answer.ok) return readYes<R>(answer);
      const problem = answer instanceof Response ? await readProblem(answer) : answer;
      const mayPass = problem.status === 0 || MAY_PASS.has(problem.status);
      if (!mayPass || tried >= (options.retries ?? 3)) throw problem;
      await pause((problem.retryAfter ?? 0) * 1000 || 250 * 4 ** tried, callOptions.signal);
    }
  }

  async function once(address: string, init: RequestInit, signal?: AbortSignal): Promise<Response | Problem> {
    const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000);
    try {
      const send = options.fetch ?? globalThis.fetch;
      return await send(address, { ...init, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    } catch (error) {
      if (signal?.aborted) throw error;
      return new Problem({ code: timeout.aborted ? 'timeout' : 'offline', status: 0 });
    }
  }

  async function* each<R extends RouteSpec>(
    route: R,
    input: CallOf<R> = {} as CallOf<R>,
    callOptions: CallOptions = {},
  ): AsyncGenerator<ItemOf<R>> {
    let cursor: string | null = null;
    do {
      const { query, ...rest } = input as { query?: Record<string, unknown> };
      const asked = { ...rest, query: { ...query, ...(cursor === null ? {} : { cursor }) } } as unknown as CallOf<R>;
      const page = (await call(route, asked, callOptions)) as { items: ItemOf<R>[]; nextCursor: string | null };
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  const bound = Object.fromEntries(
    Object.entries(resources).map(([group, routes]) => [
      group,
      Object.fromEntries(
        Object.entries(routes).map(([name, route]) => [
          name,
          (input?: never, callOptions?: CallOptions) => call(route as RouteSpec, input, callOptions),
        ]),
      ),
    ]),
  ) as unknown as Bound<Resources>;
  return { ...bound, call, each } as Client;
}

async function readYes<R extends RouteSpec>(answer: Response): Promise<OkOf<R>> {
  if (answer.status === 204) return undefined as OkOf<R>;
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as OkOf<R>;
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
