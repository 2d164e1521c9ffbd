// What a browser without an account may see of the voices it sent: where each stands and what was promised.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { PUBLIC_STAGES } from '../../../act/cases/core/case.contract.ts';
import { browserSecret } from '../../../collect/visitors/core/visitor.contract.ts';

export const ownVoice = z.object({
  /** The first words, masked. */
  text: z.string(),
  rating: z.number().nullable(),
  product: z.string().nullable(),
  at: z.string(),
  stage: z.enum(PUBLIC_STAGES),
  /** Number of the case, for talking about it. */
  reference: z.number().nullable(),
  /** When an answer, and the end, are promised. */
  answerBy: z.string().nullable(),
  solvedBy: z.string().nullable(),
  /** Path of the personal page; null where an address was given, because the page is sent there. */
  path: z.string().nullable(),
  photos: z.number(),
});
export type OwnVoice = z.output<typeof ownVoice>;

/** A picture on the reporter's own page; his link is the permission. */
export const ownPhotoRoute = route({
  id: 'ownPhoto',
  method: 'GET',
  path: '/s/:token/photos/:id',
  summary: 'A picture the reporter sent himself',
  access: 'public',
  params: z.object({ token: z.string().max(200), id: z.string().max(60) }),
  query: z.object({ size: z.enum(['full', 'small']).catch('full') }),
  ok: z.null(),
  answer: 'file',
  perMinute: 240,
  refusals: ['not_found'],
});

const keyParam = z.object({ key: z.string().max(60) });

/** The body, sent as JSON so that the secret stands in no address. */
export const widgetMineBody = z.object({
  browser: browserSecret,
  /** Also make the personal pages' addresses; left out when only looking again. */
  paths: z.boolean().default(false),
});

export const widgetMineRoute = route({
  id: 'widgetMine',
  method: 'POST',
  path: '/api/v1/widget/:key/mine',
  summary: 'Where the voices of this browser stand, newest first',
  access: 'public',
  perMinute: 120,
  params: keyParam,
  bodyKind: 'raw',
  bodyLimit: 4096,
  ok: z.object({ items: z.array(ownVoice), origin: z.string() }),
  refusals: ['not_found', 'foreign_origin', 'bad_json', 'invalid'],
});

export const widgetMineAskRoute = route({
  id: 'widgetMineAsk',
  method: 'OPTIONS',
  path: widgetMineRoute.path,
  summary: "A browser's question before it asks where its voices stand",
  access: 'public',
  params: keyParam,
  ok: z.null(),
  status: 204,
  perMinute: 240,
});
