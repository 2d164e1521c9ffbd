// Connected shops: which platform pushes orders here, where to, signed with what, and when it last did.
import { Button, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnceDialog } from '../../../../ground/members/web/once.part.tsx';
import { PlainField, TwoLines } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  changeShopSourceRoute,
  createShopSourceRoute,
  listShopSourcesRoute,
  PLATFORMS,
  type Platform,
  rotateShopSecretRoute,
  type ShopSourceView,
} from '../core/shop-source.contract.ts';
import './signals.css';

const NAMES: Record<Platform, string> = { shopify: 'Shopify', woocommerce: 'WooCommerce' };

export function ShopsPage() {
  const { t } = useTranslation('pagesignals');
  const toast = useToast();
  const mayEdit = useCan('channel.edit');
  const list = useList(listShopSourcesRoute, {}, { on: ['shop_source.*', 'signal.received'] });
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ source: ShopSourceView; secret: string } | null>(null);
  const onProblem = (problem: unknown) => toast.problem(problem as never);
  const change = useVerb(changeShopSourceRoute, { refresh: [listShopSourcesRoute], onProblem });
  const rotate = useVerb(rotateShopSecretRoute, { onProblem });
  const renew = (source: ShopSourceView) =>
    rotate.mutate(
      { params: { id: source.id }, body: {} },
      { onSuccess: (answer: { secret: string }) => setMade({ source, secret: answer.secret }) },
    );
  const add = mayEdit && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('shops.add')}
    </Button>
  );
  const name = (row: ShopSourceView) => (
    <TwoLines first={row.name} second={<code>{location.origin + row.path}</code>} />
  );
  const last = (row: ShopSourceView) =>
    row.lastDeliveryAt ? (
      <RelativeTime at={row.lastDeliveryAt} />
    ) : (
      <span className="hy-faint">{t('shops.never')}</span>
    );
  const enabled = (row: ShopSourceView) => (
    <Switch
      size="small"
      aria-label={t('shops.enabled', { name: row.name })}
      checked={row.enabled}
      disabled={!mayEdit}
      onChange={(next) => change.mutate({ params: { id: row.id }, body: { enabled: next } })}
    />
  );
  const secret = (row: ShopSourceView) =>
    mayEdit && (
      <ConfirmButton
        size="small"
        type="text"
        question={t('shops.rotateQuestion')}
        deed={t('shops.rotate')}
        onConfirm={() => renew(row)}
      >
        {t('shops.rotate')}
      </ConfirmButton>
    );
  return (
    <div className="hy-column sig-shop">
      <PageHeader title={t('shops.title')} sentence={t('shops.sentence')} action={add} />
      <DataList<ShopSourceView>
        list={list}
        label={t('shops.title')}
        rowKey={(row) => row.id}
        rowHeight={56}
        narrowHeight={104}
        columns={[
          { key: 'name', title: t('shops.name'), render: name },
          {
            key: 'platform',
            title: t('shops.platform'),
            width: 130,
            render: (row) => <PlainTag>{NAMES[row.platform]}</PlainTag>,
          },
          { key: 'last', title: t('shops.last'), width: 150, from: 760, render: last },
          { key: 'secret', title: '', width: 130, from: 860, render: secret },
          { key: 'on', title: t('shops.on'), width: 70, render: enabled },
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
        empty={{ title: t('shops.empty'), text: t('shops.emptyText'), action: add }}
      />
      {adding && (
        <ShopDialog
          onClose={() => setAdding(false)}
          onMade={(source, key) => {
            setAdding(false);
            setMade({ source, secret: key });
          }}
        />
      )}
      {made && (
        <OnceDialog
          title={t('shops.made', { name: made.source.name })}
          sentence={t(`shops.once.${made.source.platform}`)}
          secret={made.secret}
          example={{
            title: t('shops.where'),
            text: [location.origin + made.source.path, ...made.source.topics].join('\n'),
          }}
          onClose={() => setMade(null)}
        />
      )}
    </div>
  );
}

function ShopDialog(props: { onClose: () => void; onMade: (source: ShopSourceView, secret: string) => void }) {
  const { t } = useTranslation('pagesignals');
  const [name, setName] = useState('');
  const [platform, setPlatform] = useState<Platform>('shopify');
  const [secret, setSecret] = useState('');
  const [trouble, setTrouble] = useState('');
  const create = useVerb(createShopSourceRoute, {
    refresh: [listShopSourcesRoute],
    onDone: (made) => props.onMade(made.source, made.secret),
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  const save = () => {
    if (!name.trim()) return setTrouble(t('shops.nameMissing'));
    create.mutate({ body: { name: name.trim(), platform, ...(secret.trim() ? { secret: secret.trim() } : {}) } });
  };
  return (
    <Modal
      open
      title={t('shops.add')}
      okText={t('shops.create')}
      confirmLoading={create.isPending}
      onOk={save}
      onCancel={props.onClose}
    >
      <form
        className="hy-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PlainField name={t('shops.name')}>
          <Input autoFocus value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </PlainField>
        <PlainField name={t('shops.platform')} group>
          <Select
            aria-label={t('shops.platform')}
            value={platform}
            options={PLATFORMS.map((value) => ({ value, label: NAMES[value] }))}
            onChange={setPlatform}
          />
        </PlainField>
        <PlainField name={t('shops.secret')} note={t(`shops.secretNote.${platform}`)}>
          <Input
            value={secret}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setSecret(event.target.value)}
          />
        </PlainField>
        {trouble && (
          <p role="alert" className="hy-ink-negative" style={{ margin: 0 }}>
            {trouble}
          </p>
        )}
      </form>
    </Modal>
  );
}
