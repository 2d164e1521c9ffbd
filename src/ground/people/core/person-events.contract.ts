// What is told about customers.
import { z } from 'zod';
import { defineEvent } from '../../../kit/event.ts';

export const personTierChanged = defineEvent('person.tier_changed', z.object({ from: z.string(), to: z.string() }));
/** A customer agreed to be thanked by a name of his choice, or took it back. The name itself is not told. */
export const thanksConsented = defineEvent('thanks.consented', z.object({ consented: z.boolean() }));
