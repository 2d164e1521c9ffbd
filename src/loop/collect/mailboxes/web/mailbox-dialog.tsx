// Adds or changes an address and says how its letters come in.
import { Checkbox, Input, InputNumber, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import {
  addMailboxRoute,
  changeMailboxRoute,
  type ImapSettings,
  listMailboxesRoute,
  type MailboxView,
  type MailboxWay,
} from '../core/mailbox.contract.ts';
import { Notice } from './notice.tsx';

export function MailboxDialog(props: {
  mailbox: MailboxView | null;
  listener: { host: string; port: number } | null;
  onClose: () => void;
  onSaved: (saved: MailboxView) => void;
}) {
  const { t } = useTranslation(['mailboxes', 'problems']);
  const { mailbox } = props;
  const [address, setAddress] = useState(mailbox?.address ?? '');
  const [name, setName] = useState(mailbox?.name ?? '');
  const [way, setWay] = useState<MailboxWay>(mailbox?.way ?? 'imap');
  const [imap, setImap] = useState<ImapSettings>(
    mailbox?.imap ?? { host: '', port: 993, tls: true, user: '', folder: 'INBOX' },
  );
  const [password, setPassword] = useState('');
  const [plusAddresses, setPlus] = useState(mailbox?.plusAddresses ?? false);
  const [all, setAll] = useState(false);
  const [trouble, setTrouble] = useState<Record<string, string>>({});
  const onProblem = (problem: unknown) => {
    const fields = fieldTexts(t, problem);
    setTrouble(Object.keys(fields).length > 0 ? fields : { '': problemText(t, problem) });
  };
  const done = { refresh: [listMailboxesRoute], onDone: props.onSaved, onProblem };
  const add = useVerb(addMailboxRoute, done);
  const change = useVerb(changeMailboxRoute, done);
  const set = (part: Partial<ImapSettings>) => setImap({ ...imap, ...part });
  const save = () => {
    setTrouble({});
    const fetched = way === 'imap';
    const given = password ? { password } : {};
    const settings = fetched ? { imap: { ...imap, user: imap.user || address } } : {};
    if (!mailbox) {
      const body = {
        address: address.trim(),
        name: name.trim() || address.trim(),
        way,
        plusAddresses,
        from: all ? 'all' : 'now',
      } as const;
      return add.mutate({ body: { ...body, ...settings, ...(fetched ? given : {}) } });
    }
    return change.mutate({
      params: { id: mailbox.id },
      body: { name: name.trim() || mailbox.name, plusAddresses, ...settings, ...(fetched ? given : {}) },
    });
  };
  const field = (path: string) => (trouble[path] ? { trouble: trouble[path] } : {});
  const known = ['address', 'name', 'password', 'imap.host', 'imap.port', 'imap.user', 'imap.folder'];
  const rest = Object.entries(trouble).find(([path]) => !known.includes(path))?.[1];
  return (
    <Modal
      open
      title={mailbox ? t('editTitle') : t('add')}
      okText={t('save')}
      confirmLoading={add.isPending || change.isPending}
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
        <PlainField name={t('address')} {...field('address')}>
          <Input
            autoFocus={!mailbox}
            disabled={mailbox !== null}
            type="email"
            value={address}
            placeholder="service@example.com"
            onChange={(event) => setAddress(event.target.value)}
          />
        </PlainField>
        <PlainField name={t('name')} {...field('name')}>
          <Input
            value={name}
            maxLength={100}
            placeholder={t('nameExample')}
            onChange={(event) => setName(event.target.value)}
          />
        </PlainField>
        {!mailbox && (
          <PlainField name={t('wayQuestion')} group>
            <Radio.Group
              aria-label={t('wayQuestion')}
              value={way}
              onChange={(event) => setWay(event.target.value as MailboxWay)}
              options={(['imap', 'smtp'] as const).map((value) => ({ value, label: t(`waysLong.${value}`) }))}
            />
          </PlainField>
        )}
        {way === 'smtp' && !props.listener && <Notice>{t('listenerOff')}</Notice>}
        {way === 'smtp' && props.listener && (
          <p className="hy-quiet" style={{ margin: 0 }}>
            {t('listenerOn', { at: `${props.listener.host}:${props.listener.port}` })}
          </p>
        )}
        {way === 'imap' && (
          <>
            <div className="hy-mailbox-pair">
              <PlainField name={t('host')} {...field('imap.host')}>
                <Input
                  value={imap.host}
                  placeholder="imap.example.com"
                  onChange={(event) => set({ host: event.target.value.trim() })}
                />
              </PlainField>
              <PlainField name={t('port')} {...field('imap.port')}>
                <InputNumber
                  value={imap.port}
                  min={1}
                  max={65_535}
                  controls={false}
                  onChange={(port) => set({ port: port ?? 993 })}
                />
              </PlainField>
            </div>
            <PlainField name={t('user')} {...field('imap.user')}>
              <Input
                autoComplete="off"
                value={imap.user}
                placeholder={address || 'service@example.com'}
                onChange={(event) => set({ user: event.target.value.trim() })}
              />
            </PlainField>
            <PlainField
              name={t('password')}
              note={mailbox ? t('passwordKept') : t('passwordNote')}
              {...field('password')}
            >
              <Input.Password
                autoComplete="new-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </PlainField>
            <PlainField name={t('folder')} {...field('imap.folder')}>
              <Input value={imap.folder} onChange={(event) => set({ folder: event.target.value })} />
            </PlainField>
            <Checkbox checked={imap.tls} onChange={(event) => set({ tls: event.target.checked })}>
              {t('tls')}
            </Checkbox>
            <Checkbox checked={plusAddresses} onChange={(event) => setPlus(event.target.checked)}>
              {t('plus')}
            </Checkbox>
            {!mailbox && (
              <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
                {t('fetchAll')}
              </Checkbox>
            )}
          </>
        )}
        {rest && (
          <p role="alert" className="hy-ink-negative" style={{ margin: 0 }}>
            {rest}
          </p>
        )}
      </form>
    </Modal>
  );
}
