// Binds the two calls a widget or a shop's own page needs: read an open questionnaire, answer it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onPublic } from '../../../../ground/serve.ts';
import { isTooDeep, plainJson } from '../../../../kit/plain-json.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import { answerPublicFormRoute, publicAnswer, readPublicFormRoute } from '../core/public-form.contract.ts';
import type { FormDesk } from './form-desk.ts';
import { mayUse, readOrigins, readPublicForm } from './public-form.reads.ts';
import { answerForm } from './verbs/answer-form.ts';

/** Public calls by key; a browser on another site may use them only where the questionnaire names that site. */
export function formApiRoutes(desk: FormDesk) {
  return [
    onPublic(readPublicFormRoute, async ({ params, request, reply, origin, now }) => {
      const allowed = await admit(desk, params.key, request, reply, origin);
      if (!allowed.ok) return allowed;
      const form = await readPublicForm(desk, params.key, now);
      return form ? ok(form) : refuse('not_found');
    }),
    onPublic(answerPublicFormRoute, async ({ params, request, reply, origin, now }) => {
      const allowed = await admit(desk, params.key, request, reply, origin);
      if (!allowed.ok) return allowed;
      const read = readBody(request.body);
      if (!read.ok) return read;
      const { token, invitation, context, device, answers, language, finish } = read.value;
      const done = await answerForm(desk, now, {
        key: params.key,
        visitor: { token, invitation, context, device },
        changes: answers,
        language: language ?? null,
        embedded: true,
        finish,
      });
      if (!done.ok) return done;
      const { state, next, progress } = done.value;
      return ok({ token: done.value.token ?? token ?? '', state, next, progress });
    }),
  ];
}

/** Lets a caller in by where he comes from and tells his browser so. */
async function admit(
  desk: FormDesk,
  key: string,
  request: FastifyRequest,
  reply: FastifyReply,
  own: string,
): Promise<Result<null, 'not_found' | 'foreign_origin'>> {
  reply.header('vary', 'origin').header('cache-control', 'no-store');
  const origins = await readOrigins(desk, key);
  if (!origins) return refuse('not_found');
  const { origin } = request.headers;
  if (!mayUse(origins, origin, own)) return refuse('foreign_origin');
  if (origin) reply.header('access-control-allow-origin', origin);
  return ok(null);
}

function readBody(body: unknown): Result<ReturnType<typeof publicAnswer.parse>, 'bad_json' | 'invalid'> {
  if (!Buffer.isBuffer(body)) return refuse('bad_json');
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return refuse('bad_json');
  }
  if (isTooDeep(raw)) return refuse('bad_json');
  const parsed = publicAnswer.safeParse(plainJson(raw));
  return parsed.success ? ok(parsed.data) : refuse('invalid', detailsOfIssues(parsed.error.issues));
}
