// The host's prompter: a page and a line behind a secret link, read-only.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';

const params = z.object({ key: z.string().max(80) });
const query = z.object({ lang: z.string().max(20).optional() });

export const prompterPageRoute = route({
  id: 'openPrompterPage',
  method: 'GET',
  path: '/live/prompt/:key',
  summary: 'The host’s prompter of a live room, behind its secret link',
  access: 'public',
  params,
  query,
  answer: 'page',
  ok: z.string(),
});

export const prompterLineRoute = route({
  id: 'openPrompterLine',
  method: 'GET',
  path: '/live/prompt/:key/line',
  summary: 'What the host reads, sent anew whenever it changes',
  access: 'public',
  params,
  query,
  answer: 'socket',
  ok: z.null(),
  perMinute: 60,
});
