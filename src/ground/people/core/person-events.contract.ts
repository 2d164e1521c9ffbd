// What is told about customers.
import { z } from 'zod';
import { defineEvent } from '../../../kit/event.ts';

export const personTierChanged = defineEvent('person.tier_changed', z.object({ from: z.string(), to: z.string() }));
