// Hears everything other systems may hear, and plans a message for each of them that wants it.
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { HEARD_TYPES } from '../core/heard-types.ts';
import { planMessages } from './plan-messages.ts';

/** Reactions of webhooks out. */
export function webhookReactions(): Reaction[] {
  return [
    {
      name: 'webhooks.plan',
      on: HEARD_TYPES,
      async run({ tx, events, now }) {
        const news = events.map((event) => ({
          id: event.id,
          type: event.type,
          createdAt: event.at.toISOString(),
          data: { subject: event.subject, ...(event.data as Record<string, unknown>) },
        }));
        await planMessages(tx, news, now);
      },
    },
  ];
}
