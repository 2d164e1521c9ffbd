// Addresses that hear what happens here: which they are, whether they answer, and what still waits for them.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnceDialog } from '../../../../ground/members/web/once.part.tsx';
import { TwoLines } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { type EndpointView, listEndpointsRoute } from '../core/webhook.contract.ts';
import { EndpointDetails } from './endpoint-details.tsx';
import { EndpointDialog } from './endpoint-dialog.tsx';

export function WebhooksPage() {
  const { t, i18n } = useTranslation('webhooks');
  const toast = useToast();
  const mayEdit = useCan('webhook.edit');
  const list = useList(listEndpointsRoute, {}, { on: ['webhook.*'] });
  const [editing, setEditing] = useState<EndpointView | 'new' | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [made, setMade] = useState<{ host: string; secret: string } | null>(null);
  const open = list.items.find((one) => one.id === openId) ?? null;
  const add = mayEdit && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  const count = (value: number) => (value >= 1000 ? '999+' : value.toLocaleString(i18n.language));
  const address = (row: EndpointView) => (
    <TwoLines
      first={row.url}
      second={[row.note, row.types.length === 0 ? t('allTypes') : t('someTypes', { count: row.types.length })]
        .filter(Boolean)
        .join(' · ')}
    />
  );
  const state = (row: EndpointView) => (
    <PlainTag
      title={row.failingSince ? `${t('since')} ${new Date(row.failingSince).toLocaleString(i18n.language)}` : ''}
    >
      {t(`stateOf.${row.state}`)}
    </PlainTag>
  );
  return (
    <div className="hy-column">
      <PageHeader title={t('title')} sentence={t('sentence')} action={add} />
      <DataList<EndpointView>
        list={list}
        label={t('title')}
        rowKey={(row) => row.id}
        rowHeight={56}
        narrowHeight={92}
        columns={[
          { key: 'url', title: t('url'), render: address },
          { key: 'state', title: t('state'), width: 120, render: state },
          { key: 'waiting', title: t('waiting'), width: 90, align: 'right', render: (row) => count(row.waiting) },
          { key: 'gaveUp', title: t('gaveUp'), width: 90, align: 'right', render: (row) => count(row.gaveUp) },
          {
            key: 'last',
            title: t('last'),
            width: 160,
            from: 900,
            render: (row) =>
              row.lastDeliveredAt ? (
                <RelativeTime at={row.lastDeliveredAt} />
              ) : (
                <span className="hy-faint">{t('never')}</span>
              ),
          },
        ]}
        narrow={(row) => (
          <div className="hy-row-line" style={{ width: '100%' }}>
            <div className="hy-grow" style={{ minWidth: 0 }}>
              {address(row)}
            </div>
            {state(row)}
          </div>
        )}
        onOpen={(row) => setOpenId(row.id)}
        currentKey={openId ?? undefined}
        empty={{ title: t('empty'), text: t('emptyText'), action: add }}
      />
      {editing && (
        <EndpointDialog
          endpoint={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onChanged={() => {
            setEditing(null);
            toast.done(t('saved'));
          }}
          onMade={(endpoint, secret) => {
            setEditing(null);
            setMade({ host: new URL(endpoint.url).host, secret });
          }}
        />
      )}
      <Drawer open={open !== null} onClose={() => setOpenId(null)} title={open?.url ?? ''} size="min(760px, 100vw)">
        {open && (
          <EndpointDetails
            endpoint={open}
            onEdit={() => setEditing(open)}
            onSecret={(secret) => setMade({ host: new URL(open.url).host, secret })}
            onRemoved={() => {
              setOpenId(null);
              toast.done(t('removed'));
            }}
          />
        )}
      </Drawer>
      {made && (
        <OnceDialog
          title={t('made', { host: made.host })}
          sentence={t('once')}
          secret={made.secret}
          onClose={() => setMade(null)}
        />
      )}
    </div>
  );
}
