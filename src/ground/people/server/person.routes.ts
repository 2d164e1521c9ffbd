// Binds the customer routes.
import { ok, refuse } from '../../../kit/result.ts';
import { on } from '../../serve.ts';
import { getPersonRoute, setPersonTierRoute } from '../core/person.contract.ts';
import { readPerson } from './person.reads.ts';
import { setPersonTier } from './set-person-tier.ts';

/** Routes about customers. */
export function personRoutes() {
  return [
    on(getPersonRoute, async ({ env, params }) => {
      const person = await env.db.read((tx) => readPerson(tx, params.id));
      return person ? ok(person) : refuse('not_found');
    }),
    on(setPersonTierRoute, ({ env, params, body }) => setPersonTier(env, { personId: params.id, tier: body.tier })),
  ];
}
