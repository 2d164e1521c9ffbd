// Every voice, found by words and labels: filters at the left, a dense list, and the open one beside it.
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { useKeys } from '../../../../ui/keys.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNarrow } from '../../../../ui/use-narrow.ts';
import { useThemeNames } from '../../themes/web/theme-names.part.tsx';
import { type FoundFeedback, feedbackFacetsRoute, listFeedbackRoute } from '../core/search.contract.ts';
import { countFilters, FILTER_KEYS, queryOf } from './explorer-filter.ts';
import { ExplorerHead } from './explorer-head.tsx';
import { FacetRail } from './facet-rail.tsx';
import { FeedbackDetail } from './feedback-detail.part.tsx';
import { explorerColumns, NarrowRow } from './found-row.tsx';
import './explorer.css';

const NEWS = ['feedback.judged', 'judgement.corrected', 'feedback.linked', 'feedback.unlinked'];

export function ExplorerPage() {
  const { t } = useTranslation('pageunderstand');
  const { workspace } = useSession();
  const filters = useFilters();
  const names = useThemeNames();
  const go = useGo();
  const mayProblem = useCan('problem.edit');
  const isNarrow = useNarrow();
  const hasRail = !useNarrow(1080);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const query = queryOf(filters.values, workspace.timeZone);
  const list = useList(listFeedbackRoute, { query }, { on: NEWS });
  const facets = useRead(feedbackFacetsRoute, { query }, { on: NEWS, freshMs: 30_000 });
  const open = isNarrow ? '' : filters.get('open');
  const set = countFilters(filters.values);
  const isFiltered = set > 0 || filters.get('q') !== '';
  const close = () => filters.set({ open: undefined });
  useKeys(open ? [{ keys: 'Escape', label: t('explorer.closePane'), run: close }] : []);
  const show = (row: FoundFeedback) =>
    isNarrow ? go(`/feedback/${row.id}`) : filters.set({ open: open === row.id ? undefined : row.id });
  const rail = <FacetRail facets={facets} names={names} />;
  return (
    <>
      <ExplorerHead
        facets={facets}
        end={
          !hasRail && (
            <Badge count={set} size="small" color="var(--text)">
              <Button icon={<Icon name="filter" size={16} />} onClick={() => setDrawerOpen(true)}>
                {t('explorer.filters')}
              </Button>
            </Badge>
          )
        }
      />
      <div className="hy-explorer">
        {hasRail && (
          <aside className="hy-explorer-rail" aria-label={t('explorer.filters')}>
            {rail}
          </aside>
        )}
        <div className="hy-explorer-list hy-column">
          <DataList
            list={list}
            label={t('explorer.title')}
            rowKey={(row) => row.id}
            actions={
              mayProblem
                ? [
                    {
                      label: t('pageproblems:choose'),
                      bulk: true,
                      run: (rows) => go('/problems', { new: '1', feedback: rows.map((row) => row.id).join(',') }),
                    },
                  ]
                : []
            }
            columns={explorerColumns(t, names)}
            narrow={(row) => <NarrowRow row={row} names={names} />}
            narrowHeight={84}
            head={false}
            currentKey={open || undefined}
            onOpen={show}
            onCurrent={(row) => open && filters.set({ open: row.id })}
            filtered={isFiltered}
            empty={{
              title: t('explorer.empty'),
              text: t('explorer.emptyText'),
              action: (
                <Button type="primary" onClick={() => go('/imports')}>
                  {t('explorer.emptyAction')}
                </Button>
              ),
            }}
            emptyFiltered={{
              title: t('explorer.none'),
              text: t('explorer.noneText'),
              mood: 'search',
              action: <Button onClick={() => filters.clear([...FILTER_KEYS])}>{t('explorer.clear')}</Button>,
            }}
          />
        </div>
        {open && (
          <aside className="hy-explorer-pane" aria-label={t('detail.title')}>
            <FeedbackDetail key={open} id={open} onClose={close} />
          </aside>
        )}
      </div>
      {!hasRail && (
        <Drawer
          open={isDrawerOpen}
          onClose={() => setDrawerOpen(false)}
          title={t('explorer.filters')}
          size={isNarrow ? 'min(340px, 88vw)' : 340}
          styles={{ body: { padding: 0 } }}
        >
          {rail}
        </Drawer>
      )}
    </>
  );
}
