// What is told about transcripts.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

/** A promise an agent gave, as it was heard in a transcript: proposed, not yet anybody's commitment. */
export const heardPromise = z.object({
  /** The agent's words, masked. */
  text: z.string(),
  /** When it falls due (ISO 8601); null when the words name no time. */
  dueAt: z.string().nullable(),
  /** When it was said (ISO 8601). */
  saidAt: z.string(),
  agent: z.string().nullable(),
  /** The customer's words it answers; null when he had said nothing that was taken in. */
  feedbackId: z.string().nullable(),
});
export type HeardPromise = z.output<typeof heardPromise>;

/** A session was taken in: which feedback its customer turns became, and what the agent promised. */
export const transcriptReceived = defineEvent(
  'transcript.received',
  z.object({ transcriptId: z.string(), feedbackIds: z.array(z.string()), promises: z.array(heardPromise) }),
);
export const transcriptsImported = defineEvent(
  'transcript.imported',
  z.object({ recorded: z.number(), duplicates: z.number(), rejected: z.number() }),
);
