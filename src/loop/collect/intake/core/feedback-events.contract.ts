// What the gate tells the later rooms.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

/** A group of accepted feedback, at most 1,000; one event a group however many there are. */
export const feedbackReceived = defineEvent('feedback.received', z.object({ feedbackIds: z.array(z.string()) }));
export const feedbackRevealed = defineEvent('feedback.revealed', z.object({ reason: z.string() }));
export const feedbackReleased = defineEvent('feedback.released', z.object({}));
