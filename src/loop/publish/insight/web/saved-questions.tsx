// Questions one returns to: own ones, those of the whole shop, and a few to begin with.
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { type SavedView, SavedViews } from '../../../../ui/saved-views.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { listInsightViewsRoute, removeInsightViewRoute, saveInsightViewRoute } from '../core/insight.contract.ts';

const STARTS: { key: string; search: Record<string, string> }[] = [
  { key: 'channels', search: { measures: 'voices,negative_share,net_sentiment', rows: 'channel', look: 'chart' } },
  {
    key: 'themes',
    search: { measures: 'voices', rows: 'theme_group', columns: 'week', sentiment: 'negative', days: '90' },
  },
  { key: 'products', search: { measures: 'negative_share,voices,average_rating', rows: 'product' } },
  { key: 'response', search: { measures: 'first_response,resolution_time', rows: 'week', look: 'chart', days: '90' } },
  { key: 'inTime', search: { measures: 'in_time_share,cases', rows: 'team' } },
];

export function SavedQuestions() {
  const { t } = useTranslation('insight');
  const toast = useToast();
  const filters = useFilters();
  const read = useRead(listInsightViewsRoute, {}, { on: ['insight.*'] });
  const remove = useVerb(removeInsightViewRoute, {
    refresh: [listInsightViewsRoute],
    onDone: () => toast.done(t('views.removed')),
    onProblem: (problem) => toast.problem(problem),
  });
  const mayEdit = useCan('insight.edit');
  const views: SavedView[] = [
    ...STARTS.map((one) => ({ id: one.key, name: t(`views.start.${one.key}`), search: one.search, fixed: true })),
    ...(read.data?.items ?? []).map((one) => ({
      id: one.id,
      name: one.shared ? `${one.name} · ${one.mine ? t('views.shared') : (one.by ?? t('views.shared'))}` : one.name,
      search: one.search,
      fixed: !one.mine && !mayEdit,
    })),
  ];
  const isSaved = views.some((view) => sameSearch(view.search, filters.values));
  return (
    <div className="hy-insight-views">
      <SavedViews
        views={views}
        label={t('views.label')}
        onRemove={(view) => remove.mutate({ params: { id: view.id } })}
      />
      {!isSaved && Object.keys(filters.values).length > 0 && <SaveQuestion search={filters.values} />}
    </div>
  );
}

function sameSearch(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function SaveQuestion({ search }: { search: Record<string, string> }) {
  const { t } = useTranslation('insight');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const mayShare = useCan('insight.edit');
  const save = useVerb(saveInsightViewRoute, {
    refresh: [listInsightViewsRoute],
    onDone: () => {
      setOpen(false);
      setName('');
      toast.done(t('views.done'));
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const form = (
    <form
      className="hy-insight-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) save.mutate({ body: { name: name.trim(), search, shared } });
      }}
    >
      <Input
        autoFocus
        value={name}
        maxLength={40}
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        onChange={(event) => setName(event.target.value)}
      />
      {mayShare && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t('views.shared')}
        </Checkbox>
      )}
      <Button htmlType="submit" type="primary" loading={save.isPending} disabled={!name.trim()}>
        {t('views.save')}
      </Button>
    </form>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={form}>
      <button type="button" className="hy-view-save">
        <Icon name="plus" size={14} />
        {t('views.save')}
      </button>
    </Popover>
  );
}
