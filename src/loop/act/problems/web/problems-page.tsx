// All problems, newest first, with what stands out: how bad, how far, how many cases, the next review.
import { Button, Segmented } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import type { Column } from '../../../../ui/data-list.types.ts';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { joinWords } from '../../../../ui/join-words.ts';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useThemeNames } from '../../cases/web/names.part.tsx';
import type { ProblemRow } from '../core/problem.contract.ts';
import { listProblemsRoute } from '../core/problem-routes.contract.ts';
import { PROBLEM_STATES, SEVERITIES } from '../core/problem-words.contract.ts';
import { DueReviews } from './due-reviews.tsx';
import { OpenProblemDialog } from './open-problem-dialog.tsx';
import { ProblemStateTag, SeverityTag } from './problem-tags.part.tsx';
import './problems.css';

const LIVE = ['problem.*', 'action.*'];
const FILTERS = ['q', 'state', 'severity', 'theme', 'owner'];
const pick = <T extends string>(all: readonly T[], values: readonly string[]): T[] | undefined => {
  const kept = all.filter((one) => values.includes(one));
  return kept.length > 0 ? kept : undefined;
};

export function ProblemsPage() {
  const { t, i18n } = useTranslation('pageproblems');
  const go = useGo();
  const { member } = useSession();
  const filters = useFilters();
  const mayEdit = useCan('problem.edit');
  const { themeName, themes } = useThemeNames();
  const query = {
    q: filters.get('q') || undefined,
    state: pick(PROBLEM_STATES, filters.list('state')),
    severity: pick(SEVERITIES, filters.list('severity')),
    theme: filters.get('theme') || undefined,
    owner: filters.get('owner') === 'me' ? member.id : undefined,
  };
  const list = useList(listProblemsRoute, { query }, { on: LIVE });
  const isFiltered = FILTERS.some((key) => filters.get(key) !== '');
  const add = mayEdit && (
    <Button type="primary" onClick={() => filters.set({ new: '1' })}>
      {t('add')}
    </Button>
  );
  return (
    <div className="hy-column">
      <PageHeader title={t('title')} sentence={t('sentence')} action={add} />
      <DueReviews />
      <FilterBar
        fields={[
          { kind: 'text', key: 'q', label: t('find') },
          {
            kind: 'many',
            key: 'state',
            label: t('field.state'),
            options: PROBLEM_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            kind: 'many',
            key: 'severity',
            label: t('field.severity'),
            options: SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) })),
          },
          { kind: 'one', key: 'theme', label: t('field.theme'), options: themes },
        ]}
        end={
          <Segmented
            size="small"
            aria-label={t('field.owner')}
            value={filters.get('owner') || 'all'}
            options={[
              { value: 'all', label: t('owner.all') },
              { value: 'me', label: t('owner.me') },
            ]}
            onChange={(value) => filters.set({ owner: value === 'me' ? 'me' : undefined })}
          />
        }
      />
      <DataList
        list={list}
        label={t('title')}
        rowKey={(row) => row.id}
        columns={columns(t, (themes) => joinWords(themes.map(themeName), i18n.language))}
        narrow={(row) => <NarrowRow row={row} t={t} />}
        onOpen={(row) => go(`/problems/${row.id}`)}
        filtered={isFiltered}
        empty={{ title: t('empty.title'), text: t('empty.text'), action: add }}
        emptyFiltered={{
          title: t('empty.none'),
          mood: 'search',
          action: <Button onClick={() => filters.clear(FILTERS)}>{t('empty.clear')}</Button>,
        }}
      />
      {filters.get('new') && mayEdit && <OpenProblemDialog />}
    </div>
  );
}

function columns(t: TFunction, themeNames: (keys: readonly string[]) => string): Column<ProblemRow>[] {
  return [
    {
      key: 'title',
      title: t('field.title'),
      render: (row) => (
        <span className="hy-row-line">
          <span className="hy-faint hy-figure">#{row.number}</span>
          <span className="hy-one-line">{row.title}</span>
        </span>
      ),
    },
    {
      key: 'theme',
      title: t('field.theme'),
      width: 130,
      from: 1080,
      render: (row) => <span className="hy-one-line hy-quiet">{themeNames(row.themes)}</span>,
    },
    { key: 'state', title: t('field.state'), width: 116, render: (row) => <ProblemStateTag value={row.state} /> },
    { key: 'severity', title: t('field.severity'), width: 96, render: (row) => <SeverityTag value={row.severity} /> },
    {
      key: 'cases',
      title: t('field.cases'),
      width: 70,
      align: 'right',
      render: (row) => <span className="hy-figure">{row.cases}</span>,
    },
    {
      key: 'actions',
      title: t('field.actions'),
      width: 120,
      from: 760,
      render: (row) => (
        <span className="hy-quiet">{row.actions.all === 0 ? t('actions.none') : t('actions.live', row.actions)}</span>
      ),
    },
    {
      key: 'review',
      title: t('field.review'),
      width: 108,
      from: 900,
      render: (row) => <span className="hy-quiet hy-figure">{row.actions.nextReviewOn ?? ''}</span>,
    },
    {
      key: 'owner',
      title: t('field.owner'),
      width: 100,
      from: 900,
      render: (row) => <span className="hy-one-line hy-quiet">{row.owner?.name ?? t('owner.none')}</span>,
    },
    {
      key: 'at',
      title: t('field.opened'),
      width: 96,
      from: 1280,
      render: (row) => <RelativeTime at={row.openedAt} />,
    },
  ];
}

function NarrowRow({ row, t }: { row: ProblemRow; t: TFunction }) {
  return (
    <div className="hy-problem-narrow">
      <span className="hy-one-line">
        <span className="hy-faint hy-figure">#{row.number}</span> {row.title}
      </span>
      <span className="hy-row-line">
        <ProblemStateTag value={row.state} />
        <SeverityTag value={row.severity} />
        <span className="hy-quiet hy-figure">{t('count.cases', { count: row.cases })}</span>
      </span>
    </div>
  );
}
