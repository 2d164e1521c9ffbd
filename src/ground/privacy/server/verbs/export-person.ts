// Hands out everything that is kept of a customer, section by section, and records who took it.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import type { KeptSection } from '../../../people/core/keeper.contract.ts';
import { readPerson } from '../../../people/server/door.ts';
import { personExported } from '../../core/privacy.contract.ts';
import type { PrivacyDesk } from '../privacy-desk.ts';
import { gatherTraces } from '../traces.ts';

export async function exportPerson(
  env: Env,
  desk: PrivacyDesk,
  input: { personId: string },
): Promise<Result<KeptSection[], 'forbidden' | 'not_found'>> {
  const { personId } = input;
  // permit
  if (!may(env.actor, 'person.export')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const person = await readPerson(tx, personId);
    // decide
    if (!person) return refuse('not_found');
    // save
    const traces = await gatherTraces(tx, desk.keepers, personId);
    const sections = new Map<string, KeptSection['rows']>();
    for (const keeper of [...desk.keepers].reverse()) {
      for (const { section, rows } of await keeper.export(tx, personId, traces)) {
        if (rows.length > 0) sections.set(section, [...(sections.get(section) ?? []), ...rows]);
      }
    }
    // tell
    const rows = [...sections.values()].reduce((sum, kept) => sum + kept.length, 0);
    await tell(tx, env, personExported, { subject: personId, data: { rows } });
    return ok([...sections].map(([section, kept]) => ({ section, rows: kept })));
  });
}
