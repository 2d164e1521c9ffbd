// The log: how much is in it, who vouches for it, when it was last recomputed, and its leaves one by one.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { DataList } from '../../../../ui/data-list.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { type LeafRow, listEvidenceLeavesRoute, readEvidenceLogRoute } from '../core/evidence.contract.ts';
import { LEAF_KINDS, type LeafKind } from '../core/leaf.ts';
import { AuditPanel } from './audit-panel.tsx';
import { LogFigures } from './log-figures.tsx';
import './evidence.css';

/** Where the thing a leaf is about can be looked at. */
function placeOf(subjectId: string | null): string | null {
  if (subjectId?.startsWith('case_')) return `/cases/${subjectId}`;
  if (subjectId?.startsWith('fb_')) return `/feedback/${subjectId}`;
  return subjectId?.startsWith('rpt_') ? `/reports/${subjectId}` : null;
}

export function EvidencePage() {
  const { t } = useTranslation('evidence');
  const filters = useFilters();
  const kind = filters.get('kind');
  const [isAuditOpen, openAudit] = useState(false);
  const log = useRead(readEvidenceLogRoute, {}, { on: ['evidence.*', 'feedback.received', 'case.*'] });
  const list = useList(
    listEvidenceLeavesRoute,
    { query: kind ? { kind: kind as LeafKind } : {} },
    { on: ['evidence.*', 'feedback.received', 'case.*'] },
  );
  const what = (row: LeafRow) => {
    const text = row.what ? t(`what.${row.what.replaceAll('.', '_')}`) : t('leaves.erased');
    const place = placeOf(row.subjectId);
    return place ? <GoLink to={place}>{text}</GoLink> : <span className={row.what ? '' : 'hy-faint'}>{text}</span>;
  };
  return (
    <div className="hy-column">
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={<Button onClick={() => openAudit(true)}>{t('audit.heading')}</Button>}
      />
      {log.data && <LogFigures log={log.data} />}
      <FilterBar
        fields={[
          {
            kind: 'one',
            key: 'kind',
            label: t('leaves.kind'),
            options: LEAF_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
      />
      <DataList<LeafRow>
        list={list}
        label={t('leaves.heading')}
        rowKey={(row) => String(row.seq)}
        columns={[
          {
            key: 'place',
            title: t('leaves.place'),
            width: 96,
            align: 'right',
            render: (row) => row.seq.toLocaleString(),
          },
          { key: 'when', title: t('leaves.when'), width: 150, render: (row) => <RelativeTime at={row.at} /> },
          { key: 'kind', title: t('leaves.kind'), width: 120, render: (row) => t(`kind.${row.kind}`) },
          { key: 'what', title: t('leaves.what'), render: what },
          {
            key: 'digest',
            title: t('leaves.digest'),
            width: 260,
            from: 1200,
            render: (row) => (
              <code className="hy-evidence-hash" title={row.digest}>
                {row.digest}
              </code>
            ),
          },
        ]}
        narrow={(row) => (
          <div>
            <div>{what(row)}</div>
            <div className="hy-quiet">
              {t(`kind.${row.kind}`)} · {row.seq.toLocaleString()} · <RelativeTime at={row.at} />
            </div>
          </div>
        )}
        filtered={Boolean(kind)}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        emptyFiltered={{ title: t('empty.title'), mood: 'search' }}
      />
      <Drawer open={isAuditOpen} onClose={() => openAudit(false)} title={t('audit.heading')} size="min(560px, 100vw)">
        {isAuditOpen && <AuditPanel canStart={(log.data?.size ?? 0) > 0} />}
      </Drawer>
    </div>
  );
}
