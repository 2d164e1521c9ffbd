// The inbox itself: views, filters and the list of cases, whole or beside an open case.
import { Badge, Button, Popover, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import type { ListAction } from '../../../../ui/data-list.types.ts';
import { FilterBar, keysOfField } from '../../../../ui/filter-bar.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNarrow } from '../../../../ui/use-narrow.ts';
import type { CaseRow } from '../core/case.contract.ts';
import { SORTS } from '../core/case-filter.contract.ts';
import { listCasesRoute } from '../core/case-routes.contract.ts';
import { CaseNarrowRow, caseColumns } from './case-columns.tsx';
import type { DeedKind } from './deed.part.tsx';
import { isFiltered, NOT_FILTERS, queryOfAddress, sortOf } from './inbox-address.ts';
import { InboxViews } from './inbox-views.tsx';
import { useThemeNames } from './names.part.tsx';
import { useCaseFilters } from './use-case-filters.ts';
import { useSteadyList } from './use-steady-list.ts';
import './cases.css';

export interface InboxListProps {
  openId: string | undefined;
  /** beside an open case: two lines a row, filters folded away */
  beside: boolean;
  onOpen: (row: CaseRow) => void;
  /** follows j and k */
  onWalk: (row: CaseRow) => void;
  onDeed: (kind: DeedKind, rows: CaseRow[]) => void;
  /** whether the open case stands in the list, whose keys then act on it */
  onHasOpen: (has: boolean) => void;
}

const LIVE = ['case.*', 'clock.*', 'reply.sent', 'message.received'];
const rowKey = (row: CaseRow) => row.id;

export function InboxList({ openId, beside, onOpen, onWalk, onDeed, onHasOpen }: InboxListProps) {
  const { t, i18n } = useTranslation('deskcases');
  const filters = useFilters();
  const isPhone = useNarrow();
  const { themeName } = useThemeNames();
  const mayWork = useCan('case.work');
  const mayProblem = useCan('problem.edit');
  const go = useGo();
  const query = queryOfAddress(filters.values);
  const read = useList(listCasesRoute, { query }, { on: LIVE, everyMs: 60_000 });
  const steady = useSteadyList(read, rowKey, JSON.stringify(query));
  const hasOpen = steady.list.items.some((row) => row.id === openId);
  useEffect(() => onHasOpen(hasOpen), [onHasOpen, hasOpen]);
  const deed = (key: string, kind: DeedKind): ListAction<CaseRow> => ({
    key,
    label: t(`deed.${kind}`),
    bulk: true,
    run: (rows) => {
      steady.release();
      onDeed(kind, rows);
    },
  });
  // One cause behind several: its page asks which problem, the choice travels in the address.
  const problem: ListAction<CaseRow>[] = mayProblem
    ? [
        {
          label: t('pageproblems:choose'),
          bulk: true,
          run: (rows) => go('/problems', { new: '1', cases: rows.map((row) => row.id).join(',') }),
        },
      ]
    : [];
  const filtered = isFiltered(filters.values);
  const clear = (
    <Button onClick={() => filters.clear(Object.keys(filters.values).filter((key) => !NOT_FILTERS.includes(key)))}>
      {t('list.clear')}
    </Button>
  );
  return (
    <div className="hy-column desk-list">
      <header className="desk-list-head">
        <h1>{t('inbox.title')}</h1>
        <InboxViews />
      </header>
      <Filters folded={beside && !isPhone} />
      <div className="hy-column desk-rows" {...steady.pointer}>
        {steady.waiting > 0 && (
          <button type="button" className="desk-waiting" onClick={steady.release}>
            <Icon name="refresh" size={14} />
            {t('list.waiting', { count: steady.waiting })}
          </button>
        )}
        <DataList
          list={steady.list}
          label={t('inbox.title')}
          rowKey={rowKey}
          columns={caseColumns({ t, themeName, language: i18n.language })}
          narrow={(row) => <CaseNarrowRow row={row} t={t} themeName={themeName} />}
          narrowHeight={isPhone ? 64 : 54}
          head={!beside}
          onOpen={onOpen}
          onCurrent={onWalk}
          currentKey={openId}
          selectable={mayWork || mayProblem}
          actions={
            mayWork
              ? [deed('a', 'assign'), deed('e', 'resolve'), deed('s', 'snooze'), deed('p', 'priority'), ...problem]
              : problem
          }
          rowClass={(row) => (steady.gone.has(row.id) ? 'desk-row-gone' : undefined)}
          filtered={filtered}
          empty={{
            title: t('empty.title'),
            text: t('empty.text'),
            mood: 'done',
            action: (
              <GoLink to="/imports" className="hy-link">
                {t('empty.action')}
              </GoLink>
            ),
          }}
          emptyFiltered={{
            title: t('empty.filteredTitle'),
            text: t('empty.filteredText'),
            mood: 'search',
            action: clear,
          }}
        />
      </div>
    </div>
  );
}

function Filters({ folded }: { folded: boolean }) {
  const { t } = useTranslation('deskcases');
  const isPhone = useNarrow();
  const filters = useFilters();
  const fields = useCaseFilters();
  const sort = (
    <Select
      variant="borderless"
      popupMatchSelectWidth={false}
      aria-label={t('sort.label')}
      value={sortOf(filters.values)}
      options={SORTS.map((value) => ({ value, label: t(`cases:sort.${value}`) }))}
      onChange={(value: string) => filters.set({ sort: value === 'due' ? undefined : value })}
    />
  );
  // Beside a case only the words stay in sight; alone the filters of every day do.
  const kept = folded ? 1 : isPhone ? fields.length : 6;
  const folding = fields.slice(kept);
  const set = folding.flatMap(keysOfField).filter((key) => filters.get(key)).length;
  const more = folding.length > 0 && (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="desk-filter-pop">
          <FilterBar fields={folding} end={folded ? sort : null} />
        </div>
      }
    >
      <Badge count={set} size="small" color="var(--text)">
        <Button
          {...(folded ? {} : { type: 'text' })}
          icon={<Icon name="filter" size={16} />}
          aria-label={t('filter.more')}
        >
          {folded ? null : t('filter.more')}
        </Button>
      </Badge>
    </Popover>
  );
  return (
    <div className={folded ? 'desk-filters-beside' : undefined}>
      <FilterBar
        fields={fields.slice(0, kept)}
        end={
          folded ? null : (
            <>
              {more}
              {sort}
            </>
          )
        }
      />
      {folded && more}
    </div>
  );
}
