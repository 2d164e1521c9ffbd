// Changes a workspace's name, language and time zone.
import sql from 'sql-template-tag';
import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../core/actor.contract.ts';
import { workspaceChanged, type workspaceView } from '../../core/member.contract.ts';
import { readWorkspace } from '../workspace.reads.ts';

type View = z.output<typeof workspaceView>;

export async function changeWorkspace(
  env: Env,
  input: {
    name?: string | undefined;
    locale?: 'zh-CN' | 'en' | undefined;
    timeZone?: string | undefined;
  },
): Promise<Result<View, 'forbidden' | 'unknown_time_zone'>> {
  // permit
  if (!may(env.actor, 'workspace.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await readWorkspace(tx, true);
    // decide
    if (input.timeZone && !isTimeZone(input.timeZone))
      return refuse('unknown_time_zone', [{ path: 'timeZone', code: 'unknown_time_zone' }]);
    const next: View = {
      ...before,
      name: input.name ?? before.name,
      locale: input.locale ?? before.locale,
      timeZone: input.timeZone ?? before.timeZone,
    };
    // save
    await tx.run(sql`
      UPDATE workspaces SET name = ${next.name}, locale = ${next.locale}, time_zone = ${next.timeZone} WHERE id = ${tx.workspaceId}`);
    // tell
    await tell(tx, env, workspaceChanged, { subject: before.id, data: { from: before, to: next } });
    return ok(next);
  });
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
