// A route's description joined to the code that answers it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Result } from '../../kit/result.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteSpec } from '../../kit/route.ts';
import type { Language } from '../i18n/translate.ts';

/** What a handler is handed, besides who calls. */
export interface Call<R extends RouteSpec, C> {
  caller: C;
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  language: Language;
  /** The product's clock at the moment the request came. */
  now: Date;
  request: FastifyRequest;
  reply: FastifyReply;
  /** Address at which the caller reaches the product, without a slash at the end. */
  origin: string;
  /** The open connection of a route that answers with a `socket`; a refusal closes it with the refusal's name. */
  socket?: WebSocket;
}

/** A yes is sent with the route's status; a no becomes a problem. Streams and pages answer through `reply` and return `sent`. */
export type Handler<R extends RouteSpec, C> = (call: Call<R, C>) => Promise<Result<AnswerOf<R>, string> | typeof sent>;

/** Returned by a handler that has already answered through `reply`. */
export const sent = Symbol('sent');

export interface MountedRoute<C> {
  spec: RouteSpec;
  handle: (call: Call<RouteSpec, C>) => Promise<Result<unknown, string> | typeof sent>;
}
