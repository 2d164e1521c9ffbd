// Says an entry of the log as a sentence, and knows which entries are looks behind a mask.
import type { TFunction } from 'i18next';
import type { AuditRow } from '../core/audit.contract.ts';

/** What the log can be filtered by: a family of deeds and the types in it. */
export const DEEDS: Record<string, readonly string[]> = {
  reveal: [
    'feedback.revealed',
    'message.revealed',
    'delivery_task.contact_revealed',
    'person.exported',
    'person.erased',
  ],
  cases: [
    'case.opened',
    'case.assigned',
    'case.status_changed',
    'case.priority_changed',
    'case.resolved',
    'case.reopened',
    'case.merged',
    'case.unmerged',
    'case.closed',
  ],
  replies: ['reply.sent', 'message.received', 'reporters.told'],
  judgement: [
    'judgement.corrected',
    'feedback.released',
    'feedback.linked',
    'feedback.unlinked',
    'taxonomy.changed',
    'learning.learned',
    'learning.chosen',
    'learning.switched',
    'emerging.dismissed',
  ],
  imports: ['import.uploaded', 'import.started', 'import.finished', 'import.failed', 'import.cancelled'],
  rules: ['rule.created', 'rule.changed', 'rule.removed', 'rule.reordered', 'rule.settings_changed'],
  clocks: [
    'policy.created',
    'policy.changed',
    'policy.removed',
    'policy.reordered',
    'calendar.created',
    'calendar.changed',
    'calendar.removed',
    'calendar.made_default',
  ],
  members: ['member.invited', 'member.joined', 'member.changed', 'member.signed_in', 'team.members_set'],
  access: [
    'key.created',
    'key.revoked',
    'workspace.changed',
    'webhook_source.created',
    'webhook_source.changed',
    'widget_site.created',
    'widget_site.changed',
    'portal.changed',
  ],
  live: [
    'live.started',
    'live.ended',
    'live_alert.raised',
    'live_room.created',
    'live_room.changed',
    'live_room.link_created',
    'live_room.link_revoked',
    'live_connector.added',
    'live_connector.changed',
    'live_connector.removed',
    'interaction.opened',
    'interaction.closed',
    'draw.opened',
    'draw.revealed',
    'draw.voided',
    'draw.cancelled',
  ],
};

/** A draw is revealed to everybody; that is no look behind a mask. */
export function isReveal(type: string): boolean {
  return /[._]revealed$/.test(type) && type !== 'draw.revealed';
}

/** Plain values of an entry's data, for the blanks of its sentence; lists give how many they hold. */
export function blanks(data: Record<string, unknown>): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') found[key] = value;
    else if (Array.isArray(value)) found[`${key}Count`] = value.length;
    else if (value && typeof value === 'object' && 'count' in value) found[`${key}Count`] = Number(value.count);
  }
  return found;
}

/** The sentence of an entry; a type the house has no words for is said by its name. */
export function deedText(t: TFunction, row: Pick<AuditRow, 'type' | 'data'>): string {
  const values = blanks(row.data);
  const word = (room: string, value: unknown) =>
    typeof value === 'string' ? t(`${room}.${value}`, { defaultValue: value }) : '';
  const said: Record<string, string | number> = { ...values };
  if (row.type === 'case.status_changed') {
    said.from = word('ui:status', row.data.from);
    said.to = word('ui:status', row.data.to);
  }
  if (row.type === 'case.priority_changed') {
    said.from = word('ui:priority', row.data.from);
    said.to = word('ui:priority', row.data.to);
  }
  if (row.type === 'member.invited' || row.type === 'key.created') said.role = word('console:role', row.data.role);
  const rule = row.data.rule as { name?: string } | undefined;
  if (row.type.startsWith('rule.') && rule?.name) said.name = rule.name;
  return t(`pagesettings:deed.${row.type.replace('.', '_')}`, {
    ...said,
    count: said.feedbackIdsCount ?? said.memberIdsCount ?? said.caseIdsCount ?? said.count ?? 1,
    defaultValue: row.type,
  });
}

/** Where the thing an entry is about can be looked at. */
export function placeOf(subject: string | null): string | null {
  const prefix = subject?.split('_')[0];
  if (!subject || !prefix) return null;
  const paths: Record<string, string> = {
    case: '/cases',
    fb: '/feedback',
    fbk: '/feedback',
    cal: '/calendars',
    pol: '/clocks',
    rul: '/rules',
    imp: '/imports',
    live: '/live',
    show: '/live/shows',
  };
  return paths[prefix] ? `${paths[prefix]}/${subject}` : null;
}

/** What changed between two states, key by key; null when the entry holds no two states. */
export function changesOf(data: Record<string, unknown>): { key: string; from: string; to: string }[] | null {
  const { from, to } = data;
  if (!from || !to || typeof from !== 'object' || typeof to !== 'object') return null;
  const before = from as Record<string, unknown>;
  const after = to as Record<string, unknown>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((key) => ({ key, from: plain(before[key]), to: plain(after[key]) }))
    .filter((change) => change.from !== change.to);
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
