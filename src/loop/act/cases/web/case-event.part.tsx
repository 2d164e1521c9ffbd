// One line of a case's history in words: who did what, and to what.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { absoluteText } from '../../../../ui/time-format.ts';
import type { TimelineEntry } from '../core/case.contract.ts';
import { useStaff, useThemeNames } from './names.part.tsx';

const icons: Record<string, IconName> = {
  'case.opened': 'plus',
  'case.assigned': 'assign',
  'case.snoozed': 'snooze',
  'case.merged': 'merge',
  'case.absorbed': 'merge',
  'case.unmerged': 'merge',
  'case.resolved': 'check',
  'case.verified': 'check',
  'case.reopened': 'refresh',
  'fix.verified': 'verify',
  'fix.disputed': 'refresh',
  'fix.unclear': 'warning',
  'rating.asked': 'mail',
  'rating.given': 'verify',
  'case.priority_changed': 'flag',
  'clock.warned': 'clock',
  'clock.breached': 'warning',
  'clock.escalated': 'bolt',
  'reporters.told': 'mail',
};

interface Names {
  t: TFunction;
  language: string;
  nameOf: (id: string | null | undefined) => string | null;
  themeName: (key: string) => string;
}

/** Words for the blanks of `event.<type>` and, where one type says two things, which of them. */
function wordsOf(entry: TimelineEntry, { t, language, nameOf, themeName }: Names): Record<string, unknown> {
  const data = entry.data;
  const text = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : '');
  const count = Array.isArray(data.feedbackIds) ? data.feedbackIds.length : Number(data.count ?? 0);
  switch (entry.type) {
    case 'case.opened':
      return {
        count,
        theme: text('theme') ? themeName(text('theme')) : '',
        context: WHY.has(text('rule')) ? text('rule') : 'rule',
      };
    case 'case.assigned': {
      const who = [nameOf(text('memberId')), nameOf(text('teamId'))].filter(Boolean).join(' · ');
      return { who, context: who ? (data.auto ? 'auto' : '') : 'nobody' };
    }
    case 'case.status_changed':
      return { from: t(`ui:status.${text('from')}`), to: t(`ui:status.${text('to')}`) };
    case 'case.priority_changed':
      return {
        from: t(`ui:priority.${text('from')}`),
        to: t(`ui:priority.${text('to')}`),
        reason: text('reason'),
        context: text('reason') ? 'because' : '',
      };
    case 'case.effort_set':
      return { effort: text('effort') ? t(`cases:effort.${text('effort')}`) : t('deskcases:fact.effortUnknown') };
    case 'case.snoozed':
      return text('until')
        ? { until: absoluteText(Date.parse(text('until')), language) }
        : { until: '', context: 'awake' };
    case 'case.stage_entered':
      return { stage: t(`clocks:stage.${text('stage')}`, { defaultValue: text('stage') }) };
    case 'case.resolved':
      return { resolution: t(`cases:resolution.${text('resolution')}`), context: data.tell === false ? 'quiet' : '' };
    case 'case.reopened':
      return {
        context: [BY.has(text('by')) && text('by'), text('reason') && 'because'].filter(Boolean).join('_'),
        reason: text('reason') ? `${language === 'en' ? ': ' : '：'}${text('reason')}` : '',
      };
    case 'fix.verified':
    case 'fix.disputed':
    case 'fix.unclear':
      return { round: Number(data.round ?? 1), context: text('how') };
    case 'promise.proposed':
    case 'promise.made':
    case 'promise.due':
    case 'promise.kept':
    case 'promise.missed':
    case 'promise.withdrawn':
      return { text: text('text') };
    case 'callback.done':
    case 'delivery_task.settled':
      return { context: text('outcome') };
    case 'rating.asked':
      return { count: Array.isArray(data.ratingIds) ? data.ratingIds.length : 1 };
    case 'rating.given':
      return { score: Number(data.score), context: data.before === null ? '' : 'changed' };
    case 'clock.warned':
    case 'clock.breached':
    case 'clock.escalated': {
      const stage = text('stage') ? ` · ${t(`clocks:stage.${text('stage')}`, { defaultValue: text('stage') })}` : '';
      const action = (data.action ?? {}) as { type?: string; teamId?: string };
      return {
        clock: t(`clocks:kind.${text('kind')}`) + stage,
        action: action.type
          ? t(`clocks:escalation.action.${action.type}`, { team: nameOf(action.teamId) ?? t('deskcases:fact.team') })
          : '',
      };
    }
    default:
      return { count };
  }
}
const BY = new Set(['person', 'rating', 'system']);
const WHY = new Set(['urgent', 'low_rating', 'complaint', 'manual']);

export function CaseEvent({ entry }: { entry: TimelineEntry }) {
  const { t, i18n } = useTranslation('deskcases');
  const { nameOf } = useStaff();
  const { themeName } = useThemeNames();
  const words = wordsOf(entry, { t, language: i18n.language, nameOf, themeName });
  const who =
    entry.actor.kind === 'system' ? '' : entry.actor.kind === 'person' ? t('stream.customer') : entry.actor.name;
  return (
    <div className={`desk-event desk-event-${entry.type.replace('.', '-')}`}>
      <Icon name={icons[entry.type] ?? 'audit'} size={14} />
      <p>
        {who && <strong>{who}</strong>} <span>{t([`event.${entry.type}`, 'event.other'], words)}</span>
        {typeof entry.data.note === 'string' && entry.data.note !== '' && (
          <q className="desk-event-note">{entry.data.note}</q>
        )}
      </p>
      <RelativeTime at={entry.at} />
    </div>
  );
}
