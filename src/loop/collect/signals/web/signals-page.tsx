// The list of signals: orders, refunds, parcels and visits as they came in, found by kind, source, person and order.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { SIGNAL_KINDS, type SignalKind, type SignalView } from '../core/signal.contract.ts';
import { listSignalSourcesInUseRoute, listSignalsRoute } from '../core/signal-routes.contract.ts';
import { SignalImportDialog } from './signal-import-dialog.tsx';
import './signals.css';

const KEYS = ['kind', 'source', 'person', 'product', 'order', 'dayFrom', 'dayTo'];

export function SignalsPage() {
  const { t, i18n } = useTranslation('pagesignals');
  const filters = useFilters();
  const mayImport = useCan('signal.edit');
  const [importing, setImporting] = useState(false);
  const kinds = filters.list('kind').filter((kind): kind is SignalKind => SIGNAL_KINDS.includes(kind as SignalKind));
  const pick = (key: string) => filters.get(key) || undefined;
  const query = {
    ...(kinds.length > 0 ? { kind: kinds.join(',') as never } : {}),
    source: pick('source'),
    person: pick('person'),
    product: pick('product'),
    order: pick('order'),
    from: pick('dayFrom'),
    to: pick('dayTo'),
  };
  const list = useList(listSignalsRoute, { query }, { on: ['signal.received', 'signal_import.finished'] });
  const sources = useRead(listSignalSourcesInUseRoute, {}, { on: ['signal.received'] }).data?.items ?? [];
  const products = (row: SignalView) =>
    row.lines
      .map(
        (line) => `${line.product?.name ?? line.name ?? line.sku}${line.qty > 1 ? ` ×${line.qty}` : ''}${sizes(line)}`,
      )
      .join(t('comma'));
  const amount = (row: SignalView) =>
    row.amountMinor !== null && row.currency
      ? moneyText({ minor: row.amountMinor, currency: row.currency }, i18n.language)
      : '';
  const kind = (row: SignalView) => (
    <span className={`sig-kind sig-kind-${row.kind}`}>
      <i aria-hidden />
      {t(`kind.${row.kind}`)}
    </span>
  );
  const person = (row: SignalView) =>
    row.person ? (
      <GoLink to="/signals" search={{ person: row.person.id }} className="hy-link">
        {row.person.name ?? t('unnamed')}
      </GoLink>
    ) : (
      <span className="hy-faint">{t('nobody')}</span>
    );
  const order = (row: SignalView) => row.orderNo && <span className="hy-figure">{row.orderNo}</span>;
  return (
    <div className="hy-column">
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={
          <>
            <GoLink to="/signals/rules" className="hy-link sig-rules-link">
              {t('toRules')}
            </GoLink>
            {mayImport && <Button onClick={() => setImporting(true)}>{t('import.open')}</Button>}
          </>
        }
      />
      <FilterBar
        fields={[
          { kind: 'text', key: 'order', label: t('filter.order') },
          {
            kind: 'many',
            key: 'kind',
            label: t('filter.kind'),
            options: SIGNAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          {
            kind: 'one',
            key: 'source',
            label: t('filter.source'),
            options: sources.map((one) => ({
              value: one.source,
              label: one.name ?? one.source,
              count: one.last30Days,
            })),
          },
          { kind: 'days', key: 'day', label: t('filter.day') },
        ]}
      />
      <DataList<SignalView>
        list={list}
        label={t('title')}
        rowKey={(row) => row.id}
        narrowHeight={84}
        columns={[
          { key: 'kind', title: t('column.kind'), width: 132, render: kind },
          {
            key: 'what',
            title: t('column.what'),
            render: (row) => <span className="hy-one-line">{products(row) || row.reason || '–'}</span>,
          },
          {
            key: 'reason',
            title: t('column.reason'),
            width: 180,
            from: 1050,
            render: (row) => <span className="hy-one-line hy-quiet">{row.reason}</span>,
          },
          {
            key: 'amount',
            title: t('column.amount'),
            width: 110,
            align: 'right',
            render: (row) => <span className="hy-figure">{amount(row)}</span>,
          },
          { key: 'person', title: t('column.person'), width: 130, from: 700, render: person },
          { key: 'order', title: t('column.order'), width: 100, from: 820, render: order },
          {
            key: 'source',
            title: t('column.source'),
            width: 120,
            from: 950,
            render: (row) => <PlainTag>{row.sourceName ?? row.source}</PlainTag>,
          },
          { key: 'at', title: t('column.at'), width: 120, render: (row) => <RelativeTime at={row.occurredAt} /> },
        ]}
        narrow={(row) => (
          <div className="sig-narrow">
            <div className="hy-row-line">
              {kind(row)}
              <span className="hy-grow" />
              <span className="hy-figure">{amount(row)}</span>
            </div>
            <span className="hy-one-line">{products(row) || row.reason || '–'}</span>
            <span className="hy-one-line hy-quiet">
              <RelativeTime at={row.occurredAt} /> · {row.person?.name ?? t('nobody')}{' '}
              {row.orderNo && `· ${row.orderNo}`}
            </span>
          </div>
        )}
        filtered={KEYS.some((key) => filters.get(key))}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        emptyFiltered={{ title: t('empty.filtered'), mood: 'search' }}
      />
      {importing && <SignalImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}

function sizes(line: SignalView['lines'][number]): string {
  if (line.size && line.sizeTo) return ` ${line.size} → ${line.sizeTo}`;
  return line.size ? ` ${line.size}` : '';
}
