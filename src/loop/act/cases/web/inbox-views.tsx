// The inbox's saved views with their counts: the product's own, everybody's and the reader's.
import { Button } from 'antd';
import { useEffect, useRef, type WheelEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { isView, SavedViews } from '../../../../ui/saved-views.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import {
  changeViewRoute,
  createViewRoute,
  listViewsRoute,
  removeViewRoute,
  type SavedView,
} from '../core/case-views.contract.ts';
import { addressOfView, filterOfAddress, NOT_FILTERS, sortOf } from './inbox-address.ts';

const LIVE = ['case.*', 'clock.*'];

export function InboxViews() {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const filters = useFilters();
  const mayShare = useCan('rule.edit');
  const read = useRead(listViewsRoute, {}, { on: LIVE, freshMs: 30_000, everyMs: 120_000 });
  const refresh = { refresh: [listViewsRoute], onProblem: (problem: Problem) => toast.problem(problem) };
  const change = useVerb(changeViewRoute, refresh);
  const create = useVerb(createViewRoute, refresh);
  const remove = useVerb(removeViewRoute, { ...refresh, onDone: () => toast.done(t('views.removed')) });
  const place = useRef<HTMLDivElement>(null);
  // The views are one line; a wheel that only turns up and down moves along it.
  const turn = (event: WheelEvent) => {
    const line = place.current?.querySelector('nav');
    if (line && event.deltaX === 0) line.scrollLeft += event.deltaY;
  };
  const items = read.data?.items ?? [];
  const views = items.map((view) => ({
    id: view.id,
    name: view.name ?? t(`cases:view.${view.id}`),
    search: addressOfView(view),
    count: view.count,
    fixed: !view.mine,
    view,
  }));
  const current = views.find((one) => isView(one, filters.values, NOT_FILTERS))?.view;
  const currentId = current?.id;
  useEffect(() => {
    if (currentId)
      place.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [currentId]);
  const share = (view: SavedView, shared: boolean) =>
    change.mutate(
      { params: { id: view.id }, body: { name: view.name ?? '', filter: view.filter, sort: view.sort, shared } },
      { onSuccess: () => toast.done(t(shared ? 'views.shared' : 'views.unshared')) },
    );
  const save = (name: string) => {
    const draft = { name, filter: filterOfAddress(filters.values), sort: sortOf(filters.values), shared: false };
    create.mutate(
      { body: draft },
      {
        onSuccess: ({ id }) =>
          toast.done(
            t('views.saved', { name }),
            mayShare
              ? {
                  label: t('views.share'),
                  run: () =>
                    change.mutate(
                      { params: { id }, body: { ...draft, shared: true } },
                      { onSuccess: () => toast.done(t('views.shared')) },
                    ),
                }
              : undefined,
          ),
      },
    );
  };
  return (
    <div className="desk-views" ref={place} onWheel={turn}>
      <SavedViews
        views={views}
        label={t('views.label')}
        ignore={NOT_FILTERS}
        onSave={save}
        onRemove={(view) => remove.mutate({ params: { id: view.id } })}
      />
      {current && !current.builtIn && current.mine && mayShare && (
        <Button
          type="text"
          size="small"
          icon={<Icon name={current.shared ? 'lock' : 'members'} size={14} />}
          onClick={() => share(current, !current.shared)}
        >
          {t(current.shared ? 'views.unshare' : 'views.share')}
        </Button>
      )}
    </div>
  );
}
