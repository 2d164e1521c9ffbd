// The rows behind the numbers: resolutions and what came of them, ratings, and repeat complaints with their sentences.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterBar, type FilterField } from '../../../../ui/filter-bar.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useStaff, useThemeNames } from '../../../act/cases/web/names.part.tsx';
import { RATING_STATES } from '../../ratings/core/rating.contract.ts';
import { RatingRows } from './rating-rows.tsx';
import { RepeatRows } from './repeat-rows.tsx';
import { RoundRows } from './round-rows.tsx';
import './verify.css';

const LISTS = ['waiting', 'disputed', 'unclear', 'verified', 'withdrawn', 'ratings', 'repeats'] as const;
export type RowList = (typeof LISTS)[number];

export function RowsPage() {
  const { t } = useTranslation('pageverify');
  const filters = useFilters();
  const { themes } = useThemeNames();
  const { teams, members } = useStaff();
  const list: RowList = LISTS.find((one) => one === filters.get('list')) ?? 'waiting';
  const shared = {
    ...(filters.get('from') ? { from: filters.get('from') } : {}),
    ...(filters.get('to') ? { to: filters.get('to') } : {}),
    ...(filters.get('theme') ? { theme: filters.get('theme') } : {}),
    ...(filters.get('team') ? { team: filters.get('team') } : {}),
    ...(filters.get('product') ? { product: filters.get('product') } : {}),
  };
  const fields: FilterField[] = [
    { kind: 'one', key: 'theme', label: t('by.theme'), options: themes },
    {
      kind: 'one',
      key: 'team',
      label: t('by.team'),
      options: teams.map(({ id, name }) => ({ value: id, label: name })),
    },
    ...(list === 'ratings'
      ? ([
          {
            kind: 'one',
            key: 'member',
            label: t('by.member'),
            options: members.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: 'one',
            key: 'state',
            label: t('rating.state'),
            options: RATING_STATES.map((value) => ({ value, label: t(`rating.states.${value}`) })),
          },
          {
            kind: 'many',
            key: 'score',
            label: t('rating.score'),
            options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: t('rating.points', { score: value }) })),
          },
        ] as const)
      : []),
  ];
  const period = filters.get('from') ? `${filters.get('from')} – ${filters.get('to') || '…'}` : '';
  return (
    <div className="hy-column">
      <PageHeader
        title={t('rows.title')}
        sentence={t(`rows.sentence.${list}`)}
        back={{ to: '/verify', label: t('title') }}
      >
        <div className="verify-lists">
          <Segmented
            aria-label={t('rows.which')}
            value={list}
            options={LISTS.map((value) => ({ value, label: t(`rows.list.${value}`) }))}
            onChange={(value) => filters.set({ list: value, state: undefined, score: undefined, member: undefined })}
          />
        </div>
      </PageHeader>
      <FilterBar
        fields={fields}
        end={
          period && (
            <button
              type="button"
              className="verify-days"
              onClick={() => filters.clear(['from', 'to'])}
              title={t('rows.allDays')}
            >
              {period} ×
            </button>
          )
        }
      />
      {list === 'ratings' ? (
        <RatingRows
          query={{
            ...shared,
            ...(filters.get('member') ? { member: filters.get('member') } : {}),
            ...(filters.get('channel') ? { channel: filters.get('channel') } : {}),
            ...(filters.get('score') ? { score: filters.get('score') } : {}),
            ...stateOf(filters.get('state')),
          }}
        />
      ) : list === 'repeats' ? (
        <RepeatRows query={shared} />
      ) : (
        <RoundRows state={list} query={shared} />
      )}
    </div>
  );
}

function stateOf(text: string) {
  const state = RATING_STATES.find((one) => one === text);
  return state ? { state } : {};
}
