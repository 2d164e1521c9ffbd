// Addresses whose letters come in: how each is reached, how fetching goes, what came last and what was held.
import { Button, Drawer, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark, TwoLines } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList, useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { changeMailboxRoute, listMailboxesRoute, type MailboxView } from '../core/mailbox.contract.ts';
import { MailboxDetails } from './mailbox-details.tsx';
import { MailboxDialog } from './mailbox-dialog.tsx';
import './mailboxes.css';

const LOOK = { on: ['mailbox.*', 'mail.received'], everyMs: 30_000 };

export function MailboxesPage() {
  const { t } = useTranslation('mailboxes');
  const toast = useToast();
  const mayEdit = useCan('channel.edit');
  const list = useList(listMailboxesRoute, {}, LOOK);
  const listener = useRead(listMailboxesRoute, { query: { limit: 1 } }, LOOK).data?.listener ?? null;
  const [editing, setEditing] = useState<MailboxView | 'new' | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = list.items.find((one) => one.id === openId) ?? null;
  const change = useVerb(changeMailboxRoute, {
    refresh: [listMailboxesRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const add = mayEdit && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  const enabled = (row: MailboxView) => (
    <Switch
      size="small"
      aria-label={t('enabled', { address: row.address })}
      checked={row.enabled}
      disabled={!mayEdit}
      onClick={(_, event) => event.stopPropagation()}
      onChange={(next) => change.mutate({ params: { id: row.id }, body: { enabled: next } })}
    />
  );
  const name = (row: MailboxView) => (
    <TwoLines first={row.address} second={row.takesReplies ? `${row.name} · ${t('takesReplies')}` : row.name} />
  );
  const last = (row: MailboxView) =>
    row.lastLetterAt ? <RelativeTime at={row.lastLetterAt} /> : <span className="hy-faint">{t('never')}</span>;
  return (
    <div className="hy-column">
      <PageHeader title={t('title')} sentence={t('sentence')} action={add} />
      <DataList<MailboxView>
        list={list}
        label={t('title')}
        rowKey={(row) => row.id}
        rowHeight={56}
        narrowHeight={92}
        columns={[
          { key: 'address', title: t('address'), render: name },
          { key: 'way', title: t('way'), width: 110, from: 760, render: (row) => t(`ways.${row.way}`) },
          {
            key: 'state',
            title: t('state'),
            width: 190,
            render: (row) => <BoxState row={row} listening={listener !== null} />,
          },
          { key: 'held', title: t('heldShort'), width: 90, from: 1000, align: 'right', render: (row) => row.held },
          { key: 'last', title: t('last'), width: 130, from: 760, render: last },
          { key: 'on', title: t('on'), width: 70, render: enabled },
        ]}
        narrow={(row) => (
          <div className="hy-row-line" style={{ width: '100%' }}>
            <div className="hy-grow" style={{ minWidth: 0 }}>
              {name(row)}
              <BoxState row={row} listening={listener !== null} />
            </div>
            {enabled(row)}
          </div>
        )}
        onOpen={(row) => setOpenId(row.id)}
        currentKey={openId ?? undefined}
        empty={{ title: t('empty'), text: t('emptyText'), action: add }}
      />
      {editing && (
        <MailboxDialog
          mailbox={editing === 'new' ? null : editing}
          listener={listener}
          onClose={() => setEditing(null)}
          onSaved={(saved) => {
            setEditing(null);
            setOpenId(saved.id);
            toast.done(t('saved'));
          }}
        />
      )}
      <Drawer open={open !== null} onClose={() => setOpenId(null)} title={open?.address ?? ''} size="min(720px, 100vw)">
        {open && (
          <MailboxDetails
            mailbox={open}
            listener={listener}
            onEdit={() => setEditing(open)}
            onGone={() => setOpenId(null)}
          />
        )}
      </Drawer>
    </div>
  );
}

/** How it goes with an address, in one word. */
export function BoxState({ row, listening }: { row: MailboxView; listening: boolean }) {
  const { t } = useTranslation('mailboxes');
  if (!row.enabled) return <StateMark tone="plain">{t('states.off')}</StateMark>;
  if (row.way === 'smtp') {
    return listening ? (
      <StateMark tone="good">{t('states.listening')}</StateMark>
    ) : (
      <StateMark tone="bad">{t('states.listener_off')}</StateMark>
    );
  }
  if (row.error) return <StateMark tone="bad">{t(`errors.${row.error}`)}</StateMark>;
  if (!row.checkedAt) return <StateMark tone="wait">{t('states.waiting')}</StateMark>;
  return <StateMark tone="good">{t('states.works')}</StateMark>;
}
