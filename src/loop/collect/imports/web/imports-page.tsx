// All imports with what became of their rows, below the place where the next file is dropped.
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import type { Column } from '../../../../ui/data-list.types.ts';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { type ImportView, listImportsRoute } from '../core/import.contract.ts';
import { DropZone } from './drop-zone.tsx';
import { StateTag } from './state-tag.tsx';
import './imports.css';

export function ImportsPage() {
  const { t, i18n } = useTranslation(['pagecollect', 'imports']);
  const go = useGo();
  const mayRun = useCan('import.run');
  const list = useList(listImportsRoute, { query: {} }, { on: ['import.*'] });
  const whole = new Intl.NumberFormat(i18n.language);
  const count = (value: number) => <span className={value === 0 ? 'hy-faint' : undefined}>{whole.format(value)}</span>;
  const columns: Column<ImportView>[] = [
    { key: 'file', title: t('imports:list.file'), render: (row) => <FileName row={row} /> },
    { key: 'state', title: t('imports:list.state'), width: 112, render: (row) => <StateTag value={row.state} /> },
    {
      key: 'read',
      title: t('imports:counts.read'),
      width: 96,
      align: 'right',
      render: (row) => <strong className="hy-import-rows">{whole.format(row.counts.read)}</strong>,
    },
    ...(['recorded', 'duplicates', 'rejected', 'quarantined'] as const).map((key) => ({
      key,
      title: t(`imports:counts.${key}`),
      width: 88,
      align: 'right' as const,
      from: key === 'recorded' ? 720 : 900,
      render: (row: ImportView) => count(row.counts[key]),
    })),
    {
      key: 'by',
      title: t('imports:list.by'),
      width: 120,
      from: 1080,
      render: (row) => <span className="hy-quiet">{row.createdBy ?? '–'}</span>,
    },
    {
      key: 'at',
      title: t('imports:list.at'),
      width: 120,
      align: 'right',
      render: (row) => <RelativeTime at={row.createdAt} />,
    },
  ];
  const isEmpty = list.status === 'ready' && list.items.length === 0;
  return (
    <>
      <PageHeader
        title={t('pagecollect:imports.title')}
        sentence={t('pagecollect:imports.sentence')}
        beside={
          <GoLink to="/quarantine" className="hy-link hy-import-size">
            {t('pagecollect:quarantine.title')}
          </GoLink>
        }
      />
      {mayRun && (
        <div className="hy-imports-drop">
          <DropZone tall={isEmpty} />
        </div>
      )}
      <div className="hy-column">
        <DataList
          list={list}
          label={t('pagecollect:imports.title')}
          rowKey={(row) => row.id}
          columns={columns}
          narrow={(row) => <NarrowRow row={row} />}
          onOpen={(row) => go(`/imports/${row.id}`)}
          empty={{ title: t('imports:list.empty'), text: t('pagecollect:imports.emptyText') }}
        />
      </div>
    </>
  );
}

function FileName({ row }: { row: ImportView }) {
  const { t } = useTranslation('imports');
  return (
    <span className="hy-row-line">
      <span className="hy-one-line hy-import-name">{row.fileName}</span>
      <span className="hy-faint">{t(`formats.${row.format}`)}</span>
    </span>
  );
}

function NarrowRow({ row }: { row: ImportView }) {
  const { t, i18n } = useTranslation(['pagecollect']);
  const whole = new Intl.NumberFormat(i18n.language);
  return (
    <div className="hy-import-narrow">
      <span className="hy-one-line hy-import-name">{row.fileName}</span>
      <span className="hy-row-line hy-quiet">
        <StateTag value={row.state} />
        <span className="hy-figure">
          {t('imports.short', { read: whole.format(row.counts.read), recorded: whole.format(row.counts.recorded) })}
        </span>
        <span className="hy-grow" />
        <RelativeTime at={row.createdAt} />
      </span>
    </div>
  );
}
