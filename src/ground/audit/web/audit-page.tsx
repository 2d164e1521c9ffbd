// The log: who did what and when, with looks behind a mask standing out.
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../ui/client/session.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { GoLink } from '../../../ui/go.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Terms } from '../../../ui/section.tsx';
import { useFilters } from '../../../ui/use-filters.ts';
import { listMembersRoute } from '../../members/core/member.contract.ts';
import { TwoLines } from '../../members/web/settings-parts.part.tsx';
import { ACTOR_KINDS, type AuditRow, listAuditRoute } from '../core/audit.contract.ts';
import { changesOf, DEEDS, deedText, isReveal, placeOf } from './audit-words.ts';
import './audit.css';

const DAY = 86_400_000;

export function AuditPage() {
  const { t } = useTranslation('pagesettings');
  const filters = useFilters();
  const members = useList(listMembersRoute, { query: { limit: 200 } }, { enabled: useCan('member.read') }).items;
  const [open, setOpen] = useState<AuditRow | null>(null);
  const who = filters.get('who');
  const deed = filters.get('deed');
  const from = filters.get('dayFrom');
  const to = filters.get('dayTo');
  const list = useList(listAuditRoute, {
    query: {
      ...(who.includes('_') ? { actorId: who } : who ? { actorKind: who as (typeof ACTOR_KINDS)[number] } : {}),
      ...(deed ? { type: DEEDS[deed]?.join(',') ?? deed } : {}),
      ...(from ? { from: new Date(`${from}T00:00`).toISOString() } : {}),
      ...(to ? { to: new Date(Date.parse(`${to}T00:00`) + DAY).toISOString() } : {}),
    },
  });
  const actor = (row: AuditRow) => (
    <TwoLines
      first={row.actor.kind === 'system' ? t('audit.kind.system') : row.actor.name}
      second={
        row.actor.kind === 'member' || row.actor.kind === 'system' ? undefined : t(`audit.kind.${row.actor.kind}`)
      }
    />
  );
  const sentence = (row: AuditRow) => (
    <span className={isReveal(row.type) ? 'hy-reveal' : undefined}>
      {isReveal(row.type) && <Icon name="eye" size={16} />}
      {deedText(t, row)}
    </span>
  );
  return (
    <div className="hy-column">
      <PageHeader title={t('audit.title')} sentence={t('audit.sentence')} />
      <FilterBar
        fields={[
          {
            kind: 'one',
            key: 'who',
            label: t('audit.who'),
            options: [
              ...members.map((member) => ({ value: member.id, label: member.name })),
              ...ACTOR_KINDS.filter((kind) => kind !== 'member').map((value) => ({
                value: value as string,
                label: t(`audit.anyOf.${value}`),
              })),
            ],
          },
          {
            kind: 'one',
            key: 'deed',
            label: t('audit.what'),
            options: Object.keys(DEEDS).map((value) => ({ value, label: t(`audit.deed.${value}`) })),
          },
          { kind: 'days', key: 'day', label: t('audit.when') },
        ]}
      />
      <DataList<AuditRow>
        list={list}
        label={t('audit.title')}
        rowKey={(row) => row.id}
        narrowHeight={76}
        columns={[
          { key: 'at', title: t('audit.when'), width: 140, render: (row) => <RelativeTime at={row.at} /> },
          { key: 'who', title: t('audit.who'), width: 180, render: actor },
          { key: 'what', title: t('audit.what'), render: sentence },
        ]}
        narrow={(row) => (
          <div className="hy-audit-narrow">
            <div>{sentence(row)}</div>
            <div className="hy-quiet">
              {row.actor.kind === 'system' ? t('audit.kind.system') : row.actor.name} · <RelativeTime at={row.at} />
            </div>
          </div>
        )}
        rowClass={(row) => (isReveal(row.type) ? 'hy-reveal-row' : undefined)}
        onOpen={setOpen}
        currentKey={open?.id}
        filtered={Boolean(who || deed || from || to)}
        empty={{ title: t('audit.empty'), text: t('audit.sentence') }}
        emptyFiltered={{ title: t('audit.emptyFiltered'), mood: 'search' }}
      />
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open ? deedText(t, open) : ''}
        size="min(560px, 100vw)"
      >
        {open && <AuditDetails row={open} />}
      </Drawer>
    </div>
  );
}

function AuditDetails({ row }: { row: AuditRow }) {
  const { t } = useTranslation('pagesettings');
  const { workspace } = useSession();
  const changes = changesOf(row.data);
  const place = placeOf(row.subject);
  const reason = typeof row.data.reason === 'string' ? row.data.reason : null;
  return (
    <>
      <div className="hy-drawer-part">
        <Terms
          rows={[
            { term: t('audit.when'), value: <RelativeTime at={row.at} zone={workspace.timeZone} full /> },
            {
              term: t('audit.who'),
              value:
                row.actor.kind === 'system'
                  ? t('audit.kind.system')
                  : `${row.actor.name} (${t(`audit.kind.${row.actor.kind}`)})`,
            },
            ...(row.subject
              ? [
                  {
                    term: t('audit.about'),
                    value: place ? (
                      <GoLink to={place} className="hy-link">
                        {row.subject}
                      </GoLink>
                    ) : (
                      row.subject
                    ),
                  },
                ]
              : []),
            ...(reason ? [{ term: t('audit.reason'), value: reason }] : []),
            { term: t('audit.type'), value: <code>{row.type}</code> },
          ]}
        />
      </div>
      {changes && changes.length > 0 && (
        <div className="hy-drawer-part">
          <h2>{t('audit.changes')}</h2>
          <table className="hy-changes">
            <thead>
              <tr>
                <th scope="col">{t('audit.field')}</th>
                <th scope="col">{t('audit.before')}</th>
                <th scope="col">{t('audit.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.key}>
                  <th scope="row">{change.key}</th>
                  <td>{change.from}</td>
                  <td>{change.to}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {Object.keys(row.data).length > 0 && (
        <div className="hy-drawer-part">
          <h2>{t('audit.record')}</h2>
          <pre className="hy-code">{JSON.stringify(row.data, null, 2)}</pre>
        </div>
      )}
    </>
  );
}
