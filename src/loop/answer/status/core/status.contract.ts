// What others may know of the reporter's status page: its addresses, its limits and the news it brings.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** Characters in one answer. */
export const MAX_ANSWER = 2000;
/** Answers of one reporter in an hour. */
export const MAX_AN_HOUR = 20;

export const caseConfirmedByPerson = defineEvent(
  'case.confirmed_by_person',
  z.object({ personId: z.string().nullable(), resolution: z.number() }),
);

const tokenParam = z.object({ token: z.string().max(200) });
const languageQuery = z.object({ lang: z.string().max(20).optional(), said: z.string().max(20).optional() }).loose();

export const statusPageRoute = route({
  id: 'statusPage',
  method: 'GET',
  path: '/s/:token',
  summary: "The reporter's page: where his case stands, in plain words",
  access: 'public',
  params: tokenParam,
  query: languageQuery,
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
});

// A person with a browser must get a page in his language for any wrong input, so the form is read by hand.
const form = z.record(z.string(), z.unknown()).nullish();

export const answerBackRoute = route({
  id: 'answerBack',
  method: 'POST',
  path: '/s/:token/messages',
  summary: 'The reporter answers back',
  access: 'public',
  params: tokenParam,
  query: languageQuery,
  body: form,
  bodyKind: 'form',
  bodyLimit: 64 * 1024,
  ok: z.string(),
  answer: 'page',
  perMinute: 12,
});

export const statusVerdictRoute = route({
  id: 'statusVerdict',
  method: 'POST',
  path: '/s/:token/verdict',
  summary: 'The reporter says whether it is solved',
  access: 'public',
  params: tokenParam,
  query: languageQuery,
  body: form,
  bodyKind: 'form',
  bodyLimit: 64 * 1024,
  ok: z.string(),
  answer: 'page',
  perMinute: 12,
});

export const statusThanksRoute = route({
  id: 'statusThanks',
  method: 'POST',
  path: '/s/:token/thanks',
  summary: 'The reporter says by what name he wants to be thanked, or takes it back',
  access: 'public',
  params: tokenParam,
  query: languageQuery,
  body: form,
  bodyKind: 'form',
  bodyLimit: 16 * 1024,
  ok: z.string(),
  answer: 'page',
  perMinute: 12,
});

export const statusRoutes = [statusPageRoute, answerBackRoute, statusVerdictRoute, statusThanksRoute] as const;
