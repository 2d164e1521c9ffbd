// What the rooms tell the rest of the house.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

const change = z.object({ from: z.unknown(), to: z.unknown() });

export const liveRoomCreated = defineEvent('live_room.created', z.object({ title: z.string(), slug: z.string() }));
export const liveRoomChanged = defineEvent('live_room.changed', change);
export const liveShelfSaved = defineEvent('live_room.shelf_saved', z.object({ products: z.number() }));
export const liveRetentionChanged = defineEvent('live_room.retention_changed', z.object({ keepDays: z.number() }));
export const liveJournalRemoved = defineEvent('live_room.journal_removed', z.object({ shows: z.number() }));
export const liveStarted = defineEvent('live.started', z.object({ roomId: z.string(), title: z.string() }));
/** `personIds` are viewers the shop knows as persons; at most a thousand. */
export const liveEnded = defineEvent(
  'live.ended',
  z.object({ roomId: z.string(), title: z.string(), events: z.number(), personIds: z.array(z.string()) }),
);
export const liveSourceAdded = defineEvent(
  'live_connector.added',
  z.object({ roomId: z.string(), kind: z.string(), name: z.string() }),
);
export const liveSourceChanged = defineEvent('live_connector.changed', change);
export const liveSourceRemoved = defineEvent(
  'live_connector.removed',
  z.object({ roomId: z.string(), kind: z.string(), name: z.string() }),
);
/** A red alarm became a case. */
export const liveAlertRaised = defineEvent(
  'live_alert.raised',
  z.object({
    roomId: z.string(),
    showId: z.string(),
    alertId: z.string(),
    class: z.string().nullable(),
    productId: z.string().nullable(),
    people: z.number(),
    feedbackId: z.string(),
    caseId: z.string().nullable(),
  }),
);
