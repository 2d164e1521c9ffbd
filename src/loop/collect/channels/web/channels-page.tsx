// Webhook sources: who pushes voices to us, where to, signed how, and what came last.
import { Button, Drawer, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CopyButton, OnceDialog } from '../../../../ground/members/web/once.part.tsx';
import { TwoLines } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  changeSourceRoute,
  listDeliveriesRoute,
  listSourcesRoute,
  rotateSecretRoute,
  type sourceView,
} from '../core/source.contract.ts';
import { signedCurl } from './signed-example.ts';
import { SourceDialog } from './source-dialog.tsx';
import './channels.css';

type Source = z.output<typeof sourceView>;

export function ChannelsPage() {
  const { t } = useTranslation('pagesettings');
  const toast = useToast();
  const mayEdit = useCan('channel.edit');
  const list = useList(listSourcesRoute, {}, { on: ['webhook_source.*', 'feedback.received'] });
  const [editing, setEditing] = useState<Source | 'new' | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [made, setMade] = useState<{ source: Source; secret: string } | null>(null);
  const open = list.items.find((one) => one.id === openId) ?? null;
  const change = useVerb(changeSourceRoute, {
    refresh: [listSourcesRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const add = mayEdit && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('channels.add')}
    </Button>
  );
  const name = (row: Source) => <TwoLines first={row.name} second={<code>{row.path}</code>} />;
  const enabled = (row: Source) => (
    <Switch
      size="small"
      aria-label={t('channels.enabled', { name: row.name })}
      checked={row.enabled}
      disabled={!mayEdit}
      onClick={(_, event) => event.stopPropagation()}
      onChange={(next) => change.mutate({ params: { id: row.id }, body: { enabled: next } })}
    />
  );
  const last = (row: Source) =>
    row.lastDeliveryAt ? (
      <RelativeTime at={row.lastDeliveryAt} />
    ) : (
      <span className="hy-faint">{t('channels.never')}</span>
    );
  return (
    <div className="hy-column">
      <PageHeader title={t('channels.title')} sentence={t('channels.sentence')} action={add} />
      <DataList<Source>
        list={list}
        label={t('channels.title')}
        rowKey={(row) => row.id}
        rowHeight={56}
        narrowHeight={92}
        columns={[
          { key: 'name', title: t('channels.name'), render: name },
          {
            key: 'channel',
            title: t('channels.channel'),
            width: 140,
            render: (row) => <PlainTag>{t(`search:channel.${row.channel}`, { defaultValue: row.channel })}</PlainTag>,
          },
          { key: 'last', title: t('channels.last'), width: 160, from: 700, render: last },
          { key: 'on', title: t('channels.on'), width: 70, render: enabled },
        ]}
        narrow={(row) => (
          <div className="hy-row-line" style={{ width: '100%' }}>
            <div className="hy-grow" style={{ minWidth: 0 }}>
              {name(row)}
              {last(row)}
            </div>
            {enabled(row)}
          </div>
        )}
        onOpen={(row) => setOpenId(row.id)}
        currentKey={openId ?? undefined}
        empty={{ title: t('channels.empty'), text: t('channels.emptyText'), action: add }}
      />
      {editing && (
        <SourceDialog
          source={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onChanged={() => {
            setEditing(null);
            toast.done(t('channels.saved'));
          }}
          onMade={(source, secret) => {
            setEditing(null);
            setMade({ source, secret });
          }}
        />
      )}
      <Drawer open={open !== null} onClose={() => setOpenId(null)} title={open?.name ?? ''} size="min(680px, 100vw)">
        {open && (
          <SourceDetails
            source={open}
            onEdit={() => setEditing(open)}
            onSecret={(secret) => setMade({ source: open, secret })}
          />
        )}
      </Drawer>
      {made && (
        <OnceDialog
          title={t('channels.made', { name: made.source.name })}
          sentence={t('channels.once')}
          secret={made.secret}
          example={{ title: t('channels.example'), text: signedCurl(location.origin + made.source.path, made.secret) }}
          onClose={() => setMade(null)}
        />
      )}
    </div>
  );
}

function SourceDetails(props: { source: Source; onEdit: () => void; onSecret: (secret: string) => void }) {
  const { t, i18n } = useTranslation('pagesettings');
  const { source } = props;
  const toast = useToast();
  const mayEdit = useCan('channel.edit');
  const deliveries = useList(
    listDeliveriesRoute,
    { params: { id: source.id }, query: { limit: 20 } },
    { on: ['feedback.received'] },
  );
  const rotate = useVerb(rotateSecretRoute, {
    onDone: (answer) => props.onSecret(answer.secret),
    onProblem: (problem) => toast.problem(problem),
  });
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const columns = ['recorded', 'duplicates', 'quarantined', 'rejected'] as const;
  const address = location.origin + source.path;
  return (
    <>
      <div className="hy-drawer-part">
        <h2>{t('channels.address')}</h2>
        <div className="hy-once-line">
          <code className="hy-code">{address}</code>
          <CopyButton text={address} />
        </div>
      </div>
      {mayEdit && (
        <div className="hy-row-line hy-drawer-part">
          <Button onClick={props.onEdit}>{t('channels.edit')}</Button>
          <ConfirmButton
            danger
            loading={rotate.isPending}
            question={t('channels.rotateQuestion')}
            detail={t('channels.rotateDetail')}
            deed={t('channels.rotate')}
            onConfirm={() => rotate.mutate({ params: { id: source.id } })}
          >
            {t('channels.rotate')}
          </ConfirmButton>
        </div>
      )}
      <div className="hy-drawer-part">
        <h2>{t('channels.example')}</h2>
        <div className="hy-once-line">
          <code className="hy-code">{signedCurl(address, 'whsec_…')}</code>
        </div>
      </div>
      <div className="hy-drawer-part">
        <h2>{t('channels.deliveries')}</h2>
        {deliveries.status === 'error' && <ErrorPlace error={deliveries.error} onRetry={deliveries.retry} />}
        {deliveries.status === 'ready' && deliveries.items.length === 0 && (
          <p className="hy-quiet">{t('channels.noDeliveries')}</p>
        )}
        {deliveries.items.length > 0 && (
          <table className="hy-deliveries">
            <thead>
              <tr>
                <th scope="col">{t('channels.received')}</th>
                {columns.map((column) => (
                  <th scope="col" key={column}>
                    {t(`channels.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {deliveries.items.map((one) => (
                <tr key={one.messageId}>
                  <td title={one.messageId}>
                    <RelativeTime at={one.receivedAt} />
                  </td>
                  {columns.map((column) => (
                    <td key={column}>{number(one[column])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
