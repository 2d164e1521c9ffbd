// Adds a source to a room: its settings are checked, its secrets sealed, an unofficial one is accepted by a person first.
import { randomBytes } from 'node:crypto';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { connectorOf } from '../../../connectors/server/door.ts';
import { liveSourceAdded } from '../../core/room-events.contract.ts';
import { lockRoom } from '../room.store.ts';
import { insertSource, type SourceRow } from '../sources/source.store.ts';
import { checkGiven } from '../sources/source-secrets.ts';

export interface SourceDraft {
  roomId: string;
  kind: string;
  name: string;
  settings: Record<string, unknown>;
  isOn: boolean;
  acceptsNotice: boolean;
}

type Refusal = 'forbidden' | 'not_found' | 'unknown_source' | 'bad_settings' | 'notice_not_accepted';

export async function createSource(
  env: Env,
  sealer: Sealer,
  input: SourceDraft,
): Promise<Result<{ row: SourceRow; secret: string | null }, Refusal>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const room = await lockRoom(tx, input.roomId);
    const manifest = connectorOf(input.kind)?.manifest;
    // decide
    if (!room) return refuse('not_found');
    if (!manifest || manifest.transport === 'file') return refuse('unknown_source');
    if (input.isOn && !manifest.isOfficial && !input.acceptsNotice) return refuse('notice_not_accepted');
    const checked = checkGiven(sealer, tx.workspaceId, input.kind, input.settings, {});
    if ('reason' in checked) return refuse(checked.reason, wrongFields(checked.fields));
    const row: SourceRow = {
      id: newId('lsrc'),
      workspace_id: tx.workspaceId,
      room_id: room.id,
      kind: input.kind,
      name: input.name,
      push_key: randomBytes(18).toString('base64url'),
      settings: checked.open,
      secrets_sealed: checked.secretsSealed,
      secrets_set: checked.secretsSet,
      is_on: input.isOn,
      notice_accepted_at: input.acceptsNotice ? env.now : null,
      state: input.isOn ? 'waiting' : 'off',
      detail: null,
      last_event_at: null,
      events: 0,
      unread: 0,
      created_at: env.now,
    };
    // save
    await insertSource(tx, row);
    // tell
    await tell(tx, env, liveSourceAdded, {
      subject: row.id,
      data: { roomId: room.id, kind: row.kind, name: row.name },
    });
    return ok({ row, secret: checked.made });
  });
}

export const wrongFields = (fields: readonly string[]) =>
  fields.map((field) => ({ path: `settings.${field}`, code: 'bad_settings' }));
