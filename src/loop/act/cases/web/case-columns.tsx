// How a case looks as a row: what the customer said first, then all that decides whether to open it.
import type { TFunction } from 'i18next';
import { ClockBadge } from '../../../../ui/clock-badge.tsx';
import type { Column } from '../../../../ui/data-list.types.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PriorityTag, StatusTag } from '../../../../ui/tags.tsx';
import { useSayMasks } from '../../../../ui/use-say-masks.ts';
import type { CaseRow } from '../core/case.contract.ts';
import { isOpen } from '../core/case.status.ts';

interface Words {
  t: TFunction;
  /** English says the same things in more letters */
  language: string;
  themeName: (key: string) => string;
}

/** What is due next, or what time says about a case that waits or is over. */
export function DueCell({ row, t }: { row: CaseRow; t: TFunction }) {
  if (row.snoozedUntil && Date.parse(row.snoozedUntil) > Date.now())
    return (
      <span className="desk-quiet-time" title={t('deskcases:row.snoozed')}>
        <Icon name="snooze" size={14} label={t('deskcases:row.snoozed')} />
        <RelativeTime at={row.snoozedUntil} />
      </span>
    );
  if (!isOpen(row.status))
    return (
      <span className="desk-quiet-time">
        <RelativeTime at={row.resolvedAt ?? row.lastVoiceAt} />
      </span>
    );
  if (!row.nextDue?.at)
    return (
      <span className="desk-quiet-time">
        <RelativeTime at={row.lastVoiceAt} />
      </span>
    );
  return (
    <ClockBadge
      {...(row.nextDue.kind ? { label: t(`clocks:kind.${row.nextDue.kind}`) } : {})}
      dueAt={row.nextDue.at}
      state="running"
      warnAt={row.nextDue.state === 'on_time' ? null : row.openedAt}
    />
  );
}

function Said({ row, t }: { row: CaseRow; t: TFunction }) {
  const said = useSayMasks();
  return (
    <span className="desk-said">
      <span className="hy-one-line">{said(row.title)}</span>
      {row.voices > 1 && (
        <span className="desk-times" title={t('deskcases:row.voices', { count: row.voices })}>
          ×{row.voices}
        </span>
      )}
      {row.person?.tier === 'vip' && <span className="desk-vip">VIP</span>}
    </span>
  );
}

function Owner({ row, t }: { row: CaseRow; t: TFunction }) {
  const name = row.owner?.name ?? row.team?.name;
  return name ? <span className="hy-quiet">{name}</span> : <span className="hy-faint">{t('deskcases:nobody')}</span>;
}

/** Columns of the inbox when it has the width of the window. */
export function caseColumns({ t, themeName, language }: Words): Column<CaseRow>[] {
  const long = language === 'en';
  return [
    {
      key: 'priority',
      title: '',
      width: 20,
      render: (row) => <PriorityTag value={row.priority} bare />,
    },
    {
      key: 'number',
      title: t('deskcases:column.number'),
      width: 48,
      from: 1000,
      render: (row) => <span className="hy-faint hy-figure">#{row.number}</span>,
    },
    { key: 'said', title: t('deskcases:column.said'), render: (row) => <Said row={row} t={t} /> },
    {
      key: 'theme',
      title: t('deskcases:column.theme'),
      width: 104,
      from: 720,
      render: (row) => <span className="hy-quiet">{row.theme ? themeName(row.theme) : '–'}</span>,
    },
    {
      key: 'person',
      title: t('deskcases:column.person'),
      width: 88,
      from: 1200,
      render: (row) => <span className="hy-quiet">{row.person?.name ?? t('deskcases:person.unknown')}</span>,
    },
    {
      key: 'channel',
      title: t('deskcases:column.channel'),
      width: 72,
      from: 1400,
      render: (row) => <span className="hy-quiet">{row.channel ? t(`deskcases:channel.${row.channel}`) : '–'}</span>,
    },
    {
      key: 'status',
      title: t('deskcases:column.status'),
      width: long ? 150 : 104,
      from: 1000,
      render: (row) => <StatusTag value={row.status} />,
    },
    {
      key: 'owner',
      title: t('deskcases:column.owner'),
      width: 84,
      render: (row) => <Owner row={row} t={t} />,
    },
    {
      key: 'due',
      title: t('deskcases:column.due'),
      width: long ? 226 : 190,
      align: 'right',
      render: (row) => <DueCell row={row} t={t} />,
    },
  ];
}

/** The same row in two lines, for the list beside an open case and for a phone. */
export function CaseNarrowRow({ row, t, themeName }: Omit<Words, 'language'> & { row: CaseRow }) {
  return (
    <div className="desk-narrow-row">
      <div>
        <PriorityTag value={row.priority} bare />
        <Said row={row} t={t} />
      </div>
      <div>
        <span className="hy-one-line">
          {row.theme && `${themeName(row.theme)} · `}
          <Owner row={row} t={t} />
        </span>
        <span className="hy-grow" />
        <DueCell row={row} t={t} />
      </div>
    </div>
  );
}
