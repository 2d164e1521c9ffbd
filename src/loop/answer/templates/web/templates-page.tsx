// Templates: the list at the left, the words in both languages with what the customer will read at the right.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { ThreePane } from '../../../../ui/three-pane.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNarrow } from '../../../../ui/use-narrow.ts';
import { getTemplateRoute, listTemplatesRoute, type TemplateView } from '../core/template.contract.ts';
import { TemplateEditor } from './template-editor.tsx';
import { bodyLine } from './template-picker.part.tsx';
import './templates.css';

const NEW = 'new';

export function TemplatesPage() {
  const { t, i18n } = useTranslation('deskanswer');
  const filters = useFilters();
  const isPhone = useNarrow();
  const mayEdit = useCan('template.edit');
  const openId = filters.get('id');
  const search = filters.get('q');
  const list = useList(listTemplatesRoute, { query: search ? { search } : {} });
  // At a wide window the first template is open from the start; nothing would stand there otherwise.
  const shownId = openId || (isPhone ? '' : (list.items[0]?.id ?? ''));
  const open = (id: string | undefined) => filters.set({ id });
  const create = mayEdit && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => open(NEW)}>
      {t('template.new')}
    </Button>
  );
  const row = (one: TemplateView) => (
    <div className="desk-template-row">
      <div>
        <strong className="hy-one-line">{one.name}</strong>
        {one.shortcut && <span className="hy-faint">/{one.shortcut}</span>}
        <span className="hy-grow" />
        {one.purpose === 'resolved' && <PlainTag>{t('template.purpose.resolved')}</PlainTag>}
        <span className="hy-faint">{t('template.used', { count: one.used })}</span>
      </div>
      <div className="hy-one-line hy-quiet">{bodyLine(t, one.body[i18n.language === 'en' ? 'en' : 'zh-CN'])}</div>
    </div>
  );
  return (
    <ThreePane
      names={{ list: t('template.title'), main: t('template.words'), aside: '' }}
      open={openId !== ''}
      onBack={() => open(undefined)}
      list={
        <div className="hy-column desk-templates">
          <header className="desk-list-head desk-list-head-line">
            <h1>{t('template.title')}</h1>
            {create}
          </header>
          <FilterBar fields={[{ kind: 'text', key: 'q', label: t('template.search') }]} />
          <DataList
            list={list}
            label={t('template.title')}
            rowKey={(one) => one.id}
            columns={[{ key: 'name', title: t('template.name'), render: row }]}
            narrow={row}
            narrowHeight={60}
            rowHeight={60}
            head={false}
            currentKey={shownId || undefined}
            onOpen={(one) => open(one.id)}
            onCurrent={(one) => !isPhone && open(one.id)}
            filtered={search !== ''}
            empty={{ title: t('template.empty'), text: t('template.emptyText'), action: create }}
            emptyFiltered={{ title: t('template.notFound'), mood: 'search' }}
          />
        </div>
      }
      main={<Editing key={shownId} id={shownId} onOpen={open} />}
    />
  );
}

function Editing({ id, onOpen }: { id: string; onOpen: (id: string | undefined) => void }) {
  const { t } = useTranslation('deskanswer');
  const read = useRead(getTemplateRoute, { params: { id } }, { enabled: id !== '' && id !== NEW });
  if (id === '') return <EmptyPlace title={t('template.choose')} text={t('template.emptyText')} />;
  if (id === NEW) return <TemplateEditor template={null} onSaved={onOpen} onRemoved={() => onOpen(undefined)} />;
  if (read.isError) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data || read.data.id !== id) return <TextSkeleton lines={10} />;
  return <TemplateEditor template={read.data} onSaved={onOpen} onRemoved={() => onOpen(undefined)} />;
}
