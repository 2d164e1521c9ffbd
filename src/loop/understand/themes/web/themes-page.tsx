// The taxonomy as a tree of two levels with the figures of a period; a click opens a theme to change it.
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { EmergingProblems } from '../../emerging/web/emerging.part.tsx';
import { listThemesRoute, type ThemeView } from '../core/theme.contract.ts';
import { AddTheme } from './add-theme-dialog.tsx';
import { ThemeEditor } from './theme-editor.tsx';
import { ThemeHistory } from './theme-history.tsx';
import { ThemeTree } from './theme-tree.tsx';
import { periodOf } from './theme-tree-rows.ts';
import './themes.css';

const PERIODS = ['7', '30', '90'];

export function ThemesPage() {
  const { t } = useTranslation('pageunderstand');
  const mayEdit = useCan('theme.edit');
  const filters = useFilters();
  const days = PERIODS.includes(filters.get('days')) ? filters.get('days') : '30';
  const last = useRead(listThemesRoute, { query: {} }, { on: ['taxonomy.changed', 'feedback.judged'] });
  // The server knows the last day with feedback; other periods end on the same day.
  const period = last.data && days !== '30' ? periodOf(last.data.to, Number(days)) : {};
  const read = useRead(
    listThemesRoute,
    { query: period },
    { on: ['taxonomy.changed', 'feedback.judged'], enabled: last.data !== undefined },
  );
  const [text, setText] = useState('');
  const [adding, setAdding] = useState<string | null>(null);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const items = read.data?.items ?? [];
  const open = items.find((theme) => theme.key === filters.get('open'));
  const show = (theme: ThemeView | null) => filters.set({ open: theme?.key });
  const error = last.error ?? read.error;
  return (
    <>
      <PageHeader
        title={t('themes.title')}
        sentence={t('themes.sentence')}
        action={
          <>
            <Button type="text" onClick={() => setHistoryOpen(true)}>
              {t('themes.history')}
            </Button>
            <GoLink to="/judging" className="ant-btn hy-themes-judging">
              {t('themes.judging')}
            </GoLink>
            {mayEdit && (
              <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding('')}>
                {t('themes.add')}
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <EmergingProblems />
        <div className="hy-themes-bar">
          <Input
            value={text}
            allowClear
            prefix={<Icon name="search" size={16} />}
            placeholder={t('themes.find')}
            aria-label={t('themes.find')}
            onChange={(event) => setText(event.target.value)}
          />
          <Segmented
            value={days}
            aria-label={t('themes.period')}
            options={PERIODS.map((value) => ({ value, label: t('themes.days', { count: Number(value) }) }))}
            onChange={(value) => filters.step({ days: value === '30' ? undefined : value })}
          />
        </div>
        {error && items.length === 0 && <ErrorPlace error={error} onRetry={() => void last.refetch()} />}
        {!read.data && !error && <RowsSkeleton rows={10} columns={3} />}
        {read.data && (
          <ThemeTree
            items={items}
            text={text}
            from={read.data.from}
            to={read.data.to}
            isStale={read.isPlaceholderData}
            onOpen={show}
            {...(mayEdit ? { onAdd: setAdding } : {})}
            none={<EmptyPlace title={t('themes.empty')} mood="search" />}
          />
        )}
      </PageBody>
      <ThemeEditor theme={open ?? null} items={items} onClose={() => show(null)} />
      <AddTheme parent={adding} items={items} onClose={() => setAdding(null)} />
      <ThemeHistory open={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
    </>
  );
}
