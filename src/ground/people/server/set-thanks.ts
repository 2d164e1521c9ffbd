// Keeps the name by which a customer wants to be thanked, at his own word; or forgets it, at his own word.
import { ok, type Result, refuse } from '../../../kit/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type Env, tell } from '../../env.ts';
import { checkNickname, type NicknameRefusal } from '../core/nickname.ts';
import { thanksConsented } from '../core/person-events.contract.ts';
import { readThanks, type Thanks } from './person.reads.ts';
import { saveThanks } from './person.store.ts';

/**
 * Runs in the caller's transaction: a page of the customer's own has found out who he is.
 * @param input.nickname the name, or null to take the consent back
 * @param env acts as that person; nobody else may consent for him
 */
export async function setThanks(
  tx: Tx,
  env: Env,
  input: { personId: string; nickname: unknown },
): Promise<Result<Thanks, 'not_found' | 'forbidden' | NicknameRefusal>> {
  // permit
  if (env.actor.kind !== 'person' || env.actor.id !== input.personId) return refuse('forbidden');
  // load
  const before = await readThanks(tx, input.personId);
  if (!before) return refuse('not_found');
  // decide
  const name = input.nickname === null ? ok(null) : checkNickname(input.nickname);
  if (!name.ok) return name;
  if (name.value === before.nickname) return ok(before);
  // save
  await saveThanks(tx, input.personId, name.value, env.now);
  // tell
  await tell(tx, env, thanksConsented, { subject: input.personId, data: { consented: name.value !== null } });
  return ok({ nickname: name.value, consentedAt: name.value === null ? null : env.now });
}
