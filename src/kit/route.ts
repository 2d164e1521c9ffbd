// One description of a route, read by the server that mounts it, the clients that call it and the OpenAPI page.
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** What a route answers with when its answer is not JSON; a `socket` becomes a WebSocket. */
export type AnswerKind = 'json' | 'stream' | 'file' | 'page' | 'socket';

/** How a route takes its body. `multipart` and `raw` hand the request stream to the handler. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'raw';

export interface RouteSpec {
  /** Operation name, unique in the product: `assignCase`. */
  id: string;
  method: Method;
  /** Full path with `:name` parameters: `/api/v1/cases/:id/assignment`. */
  path: string;
  summary: string;
  /** A permission of the matrix; `member` for anyone signed in; `public` for anyone at all. */
  access: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  ok: z.ZodType;
  /** HTTP status of a yes; 200 when left out. */
  status?: 200 | 201 | 202 | 204;
  /** The named refusals a caller may meet. */
  refusals?: readonly string[];
  bodyKind?: BodyKind;
  answer?: AnswerKind;
  /** Largest accepted body in bytes; the server's default is 1 MiB. */
  bodyLimit?: number;
  /** Requests a minute for one caller, when stricter than the general limit. */
  perMinute?: number;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

export type ParamsOf<R extends RouteSpec> = Parsed<R['params']>;
export type QueryOf<R extends RouteSpec> = Parsed<R['query']>;
export type BodyOf<R extends RouteSpec> = Parsed<R['body']>;
export type OkOf<R extends RouteSpec> = z.output<R['ok']>;
/** What a server handler must return as its yes: the input side of the answer schema. */
export type AnswerOf<R extends RouteSpec> = z.input<R['ok']>;

type Part<K extends string, S> = S extends z.ZodType
  ? Record<string, never> extends Given<S>
    ? { [key in K]?: Given<S> }
    : { [key in K]: Given<S> }
  : unknown;

/** What a client hands over to call a route: only the parts the route declares. */
export type CallOf<R extends RouteSpec> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']>;

/** Declares a route and keeps its literal types. */
export function route<const R extends RouteSpec>(spec: R): R {
  return spec;
}

/** Fills the `:name` parts of a path. */
export function fillPath(path: string, params: Record<string, unknown> | undefined): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')));
}
