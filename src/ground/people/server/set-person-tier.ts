// Puts a customer on the VIP lane or takes him off it.
import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../kit/result.ts';
import { type Env, tell } from '../../env.ts';
import { may } from '../../members/core/actor.contract.ts';
import type { personView } from '../core/person.contract.ts';
import { personTierChanged } from '../core/person-events.contract.ts';
import { readPerson } from './person.reads.ts';
import { saveTier } from './person.store.ts';

type PersonView = z.output<typeof personView>;

/** @returns the customer as he is now */
export async function setPersonTier(
  env: Env,
  input: { personId: string; tier: 'standard' | 'vip' },
): Promise<Result<PersonView, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await readPerson(tx, input.personId);
    // decide
    if (!before) return refuse('not_found');
    // save
    await saveTier(tx, input.personId, input.tier);
    // tell
    await tell(tx, env, personTierChanged, { subject: input.personId, data: { from: before.tier, to: input.tier } });
    return ok({ ...before, tier: input.tier });
  });
}
