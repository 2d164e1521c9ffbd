// The news of insight: questions kept and removed.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

export const insightViewSaved = defineEvent('insight.view_saved', z.object({ name: z.string(), shared: z.boolean() }));
export const insightViewRemoved = defineEvent('insight.view_removed', z.object({}));
