// Names the bones of the fishbone; one that causes hang on stays.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { CauseCategory } from '../../core/problem.contract.ts';
import { categoriesSet } from '../../core/problem-events.contract.ts';
import { USUAL_CATEGORIES } from '../../core/problem-words.contract.ts';
import { categoriesInUse, saveCategories } from '../cause.store.ts';

export async function setCategories(
  tx: Tx,
  env: Env,
  items: readonly CauseCategory[],
): Promise<
  Result<{ items: CauseCategory[] }, 'forbidden' | 'category_in_use' | 'category_twice' | 'category_nameless'>
> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const used = await categoriesInUse(tx);
  // decide
  const keys = new Set(items.map((one) => one.key));
  if (keys.size !== items.length) return refuse('category_twice');
  const usual: readonly string[] = USUAL_CATEGORIES;
  if (items.some((one) => one.name === null && !usual.includes(one.key))) return refuse('category_nameless');
  if (used.some((key) => !keys.has(key))) return refuse('category_in_use');
  // save
  await saveCategories(tx, items);
  // tell
  await tell(tx, env, categoriesSet, { subject: null, data: { keys: [...keys] } });
  return ok({ items: [...items] });
}
