// API keys: what other systems use to speak with this workspace.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useList, useVerb } from '../../../ui/client/hooks.ts';
import { useCan } from '../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { type keyView, listKeysRoute, revokeKeyRoute } from '../core/member.contract.ts';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { OnceDialog } from './once.part.tsx';
import { usePermissionWords } from './role-table.tsx';
import { StateMark, TwoLines } from './settings-parts.part.tsx';

type Key = z.output<typeof keyView>;

function curlExample(secret: string): string {
  return [
    `curl -X POST ${location.origin}/api/v1/feedback \\`,
    `  -H 'Authorization: Bearer ${secret}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"channel":"review","externalId":"order-1001","text":"…","rating":2}'`,
  ].join('\n');
}

export function KeysPage() {
  const { t } = useTranslation('pagesettings');
  const toast = useToast();
  const mayEdit = useCan('key.edit');
  const words = usePermissionWords();
  const list = useList(listKeysRoute, {}, { on: ['key.*'] });
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const revoke = useVerb(revokeKeyRoute, {
    refresh: [listKeysRoute],
    onDone: (key) => toast.done(t('keys.revoked', { name: key.name })),
    onProblem: (problem) => toast.problem(problem),
  });
  const add = mayEdit && (
    <Button type="primary" onClick={() => setOpen(true)}>
      {t('keys.add')}
    </Button>
  );
  const stateOf = (key: Key) => {
    if (key.revokedAt) return <StateMark tone="bad">{t('keys.state.revoked')}</StateMark>;
    const isOver = key.expiresAt !== null && Date.parse(key.expiresAt) < Date.now();
    return (
      <StateMark tone={isOver ? 'wait' : 'good'}>{t(isOver ? 'keys.state.expired' : 'keys.state.active')}</StateMark>
    );
  };
  const reach = (key: Key) => {
    const role = t(`console:role.${key.role}`);
    if (key.scopes.length === 0) return role;
    return (
      <span title={key.scopes.map(words).join('\n')}>{t('keys.narrowed', { role, count: key.scopes.length })}</span>
    );
  };
  const end = (key: Key) =>
    mayEdit &&
    !key.revokedAt && (
      <ConfirmButton
        size="small"
        danger
        question={t('keys.revokeQuestion', { name: key.name })}
        detail={t('keys.revokeDetail')}
        deed={t('keys.revoke')}
        onConfirm={() => revoke.mutate({ params: { id: key.id } })}
      >
        {t('keys.revoke')}
      </ConfirmButton>
    );
  const name = (key: Key) => <TwoLines first={key.name} second={<code>{key.hint}</code>} />;
  return (
    <div className="hy-column">
      <PageHeader title={t('keys.title')} sentence={t('keys.sentence')} action={add} />
      <DataList<Key>
        list={list}
        label={t('keys.title')}
        rowKey={(key) => key.id}
        rowHeight={56}
        narrowHeight={104}
        columns={[
          { key: 'name', title: t('keys.name'), render: name },
          { key: 'reach', title: t('keys.reach'), width: 200, render: reach },
          { key: 'state', title: t('members.stateName'), width: 110, render: stateOf },
          {
            key: 'used',
            title: t('keys.used'),
            width: 130,
            from: 800,
            render: (key) =>
              key.lastUsedAt ? (
                <RelativeTime at={key.lastUsedAt} />
              ) : (
                <span className="hy-faint">{t('keys.unused')}</span>
              ),
          },
          {
            key: 'expires',
            title: t('keys.expires'),
            width: 150,
            from: 940,
            render: (key) =>
              key.expiresAt ? <RelativeTime at={key.expiresAt} /> : <span className="hy-faint">{t('keys.noEnd')}</span>,
          },
          { key: 'end', title: '', width: 90, align: 'right', render: end },
        ]}
        narrow={(key) => (
          <div className="hy-row-line" style={{ width: '100%' }}>
            <div className="hy-grow" style={{ minWidth: 0 }}>
              {name(key)}
              <div className="hy-row-line">
                {stateOf(key)} <span className="hy-quiet">{reach(key)}</span>
              </div>
            </div>
            {end(key)}
          </div>
        )}
        empty={{ title: t('keys.empty'), text: t('keys.emptyText'), action: add }}
      />
      {isOpen && (
        <CreateKeyDialog
          onClose={() => setOpen(false)}
          onMade={(keyName, secret) => {
            setOpen(false);
            setMade({ name: keyName, secret });
          }}
        />
      )}
      {made && (
        <OnceDialog
          title={t('keys.made', { name: made.name })}
          sentence={t('keys.once')}
          secret={made.secret}
          example={{ title: t('keys.example'), text: curlExample(made.secret) }}
          onClose={() => setMade(null)}
        />
      )}
    </div>
  );
}
