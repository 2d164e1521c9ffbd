// Changes a source: its name, its settings, whether it is on. Secrets that are left out stay as they are.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { connectorOf } from '../../../connectors/server/door.ts';
import { liveSourceChanged } from '../../core/room-events.contract.ts';
import { lockSource, type SourceRow, saveSource } from '../sources/source.store.ts';
import { checkGiven, openSecrets } from '../sources/source-secrets.ts';
import { wrongFields } from './create-source.ts';

export interface SourceChange {
  sourceId: string;
  name?: string | undefined;
  settings?: Record<string, unknown> | undefined;
  isOn?: boolean | undefined;
  acceptsNotice?: boolean | undefined;
}

export async function editSource(
  env: Env,
  sealer: Sealer,
  input: SourceChange,
): Promise<Result<SourceRow, 'forbidden' | 'not_found' | 'bad_settings' | 'notice_not_accepted'>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await lockSource(tx, input.sourceId);
    // decide
    if (!before) return refuse('not_found');
    const manifest = connectorOf(before.kind)?.manifest;
    const isOn = input.isOn ?? before.is_on;
    const accepted = input.acceptsNotice ? env.now : before.notice_accepted_at;
    if (isOn && manifest && !manifest.isOfficial && !accepted) return refuse('notice_not_accepted');
    const checked = input.settings
      ? checkGiven(sealer, tx.workspaceId, before.kind, input.settings, openSecrets(sealer, before))
      : null;
    if (checked && 'reason' in checked) return refuse('bad_settings', wrongFields(checked.fields));
    const after: SourceRow = {
      ...before,
      name: input.name ?? before.name,
      is_on: isOn,
      notice_accepted_at: accepted,
      state: isOn ? (before.is_on ? before.state : 'waiting') : 'off',
      detail: isOn && before.is_on ? before.detail : null,
      ...(checked
        ? {
            settings: checked.open,
            secrets_sealed: checked.secretsSealed,
            secrets_set: checked.secretsSet,
          }
        : {}),
    };
    // save
    await saveSource(tx, after);
    // tell
    const shown = (row: SourceRow) => ({ name: row.name, isOn: row.is_on, settings: row.settings });
    await tell(tx, env, liveSourceChanged, { subject: before.id, data: { from: shown(before), to: shown(after) } });
    return ok(after);
  });
}
