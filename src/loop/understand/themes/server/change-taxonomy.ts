// Every change of the taxonomy goes the same way: lock, decide over the whole of it, save as a new version, tell.
import { type Env, tell } from '../../../../ground/env.ts';
import { may } from '../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Changed } from '../core/change-taxonomy.ts';
import type { ThemeRow } from '../core/taxonomy.ts';
import { type ThemeView, taxonomyChanged } from '../core/theme.contract.ts';
import { readTaxonomyVersion, taxonomyOf } from './theme.reads.ts';
import { lockTaxonomy, saveThemeChange } from './theme.store.ts';

/** @param key the theme asked about, for the answer when nothing changes */
export async function changeTaxonomy<R extends string>(
  env: Env,
  key: string | null,
  choose: (all: readonly ThemeRow[], version: number) => Result<Changed | null, R>,
): Promise<Result<ThemeView, R | 'forbidden'>> {
  // permit
  if (!may(env.actor, 'theme.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockTaxonomy(tx);
    const version = (await readTaxonomyVersion(tx)) + 1;
    const all = await taxonomyOf(tx);
    // decide
    const decided = choose(all, version);
    if (!decided.ok) return decided;
    const changed = decided.value;
    if (!changed) return ok(themeViewOf(all.find((theme) => theme.key === key)!));
    // save
    await saveThemeChange(tx, { ...changed, by: env.actor, at: env.now });
    // tell
    const intoKey = changed.change === 'merged' ? changed.after.mergedInto! : undefined;
    await tell(tx, env, taxonomyChanged, {
      subject: null,
      data: { key: changed.after.key, change: changed.change, version, ...(intoKey ? { intoKey } : {}) },
    });
    return ok(themeViewOf(changed.after));
  });
}

/** A theme without counts. */
export function themeViewOf(row: ThemeRow): ThemeView {
  return { ...row, counts: null };
}
