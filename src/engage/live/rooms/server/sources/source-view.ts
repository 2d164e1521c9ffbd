// A source as a screen shows it: never a secret, only which are kept.
import type { SourceView } from '../../../connectors/core/source.contract.ts';
import { connectorOf } from '../../../connectors/server/door.ts';
import type { SourceRow } from './source.store.ts';

export function sourceViewOf(row: SourceRow, origin: string): SourceView {
  const isPush = connectorOf(row.kind)?.manifest.transport === 'push';
  return {
    id: row.id,
    roomId: row.room_id,
    kind: row.kind,
    name: row.name,
    isOn: row.is_on,
    state: row.is_on ? row.state : 'off',
    detail: row.is_on ? row.detail : null,
    lastEventAt: row.last_event_at?.toISOString() ?? null,
    events: row.events,
    unread: row.unread,
    pushUrl: isPush ? `${origin}/live/push/${row.push_key}` : null,
    settings: row.settings,
    secretsSet: row.secrets_set,
    noticeAcceptedAt: row.notice_accepted_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
