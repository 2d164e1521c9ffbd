// All questionnaires: which are open, how many answered, and the first number of each.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TwoLines } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { FORM_STATES, type FormState } from '../core/form.contract.ts';
import { type FormRow, listFormsRoute } from '../core/form-routes.contract.ts';
import { scoreText } from './form-words.ts';
import { NewFormDialog } from './new-form-dialog.tsx';
import { FormStateTag } from './state-tag.tsx';
import './forms.css';

export function FormsPage() {
  const { t, i18n } = useTranslation('pageforms');
  const go = useGo();
  const filters = useFilters();
  const mayEdit = useCan('form.edit');
  const [isMaking, setMaking] = useState(false);
  const state = FORM_STATES.find((one) => one === filters.get('state')) as FormState | undefined;
  const search = filters.get('q');
  const list = useList(
    listFormsRoute,
    { query: { ...(state ? { state } : {}), ...(search ? { search } : {}) } },
    { on: ['form.*'] },
  );
  const number = new Intl.NumberFormat(i18n.language);
  const make = mayEdit && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  );
  const name = (row: FormRow) => (
    <TwoLines first={row.name} second={t('list.about', { count: row.questions, by: row.updatedBy })} />
  );
  const score = (row: FormRow) =>
    row.score ? (
      <span className="fm-score" title={t('list.answered', { count: row.score.answered })}>
        <span className="hy-faint">{t(`kindShort.${row.score.kind}`)}</span>{' '}
        <strong>{scoreText(row.score.kind, row.score.value, i18n.language)}</strong>
      </span>
    ) : (
      <span className="hy-faint">–</span>
    );
  return (
    <div className="hy-column">
      <PageHeader title={t('title')} sentence={t('sentence')} action={make} />
      <FilterBar
        fields={[
          { kind: 'text', key: 'q', label: t('list.search') },
          {
            kind: 'one',
            key: 'state',
            label: t('list.state'),
            options: FORM_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
      />
      <DataList<FormRow>
        list={list}
        label={t('title')}
        rowKey={(row) => row.id}
        rowHeight={60}
        narrowHeight={84}
        columns={[
          { key: 'name', title: t('list.name'), render: name },
          { key: 'state', title: t('list.state'), width: 110, render: (row) => <FormStateTag value={row.state} /> },
          { key: 'score', title: t('list.score'), width: 140, align: 'right', render: score },
          {
            key: 'completed',
            title: t('list.completed'),
            width: 100,
            align: 'right',
            render: (row) => number.format(row.counts.completed),
          },
          {
            key: 'dropped',
            title: t('list.dropped'),
            width: 100,
            align: 'right',
            from: 860,
            render: (row) => number.format(row.counts.dropped),
          },
          {
            key: 'at',
            title: t('list.changed'),
            width: 130,
            align: 'right',
            from: 980,
            render: (row) => <RelativeTime at={row.updatedAt} />,
          },
        ]}
        narrow={(row) => (
          <div className="fm-narrow">
            {name(row)}
            <div className="hy-row-line">
              <FormStateTag value={row.state} />
              <span className="hy-grow" />
              {t('list.completedCount', { count: row.counts.completed })}
              {row.score && score(row)}
            </div>
          </div>
        )}
        onOpen={(row) => go(row.counts.started > 0 ? `/forms/${row.id}/results` : `/forms/${row.id}`)}
        filtered={Boolean(state || search)}
        empty={{ title: t('list.empty'), text: t('list.emptyText'), action: make }}
        emptyFiltered={{ title: t('list.notFound'), mood: 'search' }}
      />
      {isMaking && <NewFormDialog onClose={() => setMaking(false)} onMade={(id) => go(`/forms/${id}`)} />}
    </div>
  );
}
