// Names a webhook source, says which channel its voices belong to and where in its payload our fields are.
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { type Channel, SPOKEN_CHANNELS } from '../../intake/core/feedback.contract.ts';
import {
  changeSourceRoute,
  createSourceRoute,
  listSourcesRoute,
  MAPPED_FIELDS,
  type SourceMapping,
  type sourceView,
} from '../core/source.contract.ts';

type Source = z.output<typeof sourceView>;

export function SourceDialog(props: {
  source: Source | null;
  onClose: () => void;
  onMade: (source: Source, secret: string) => void;
  onChanged: () => void;
}) {
  const { t } = useTranslation('pagesettings');
  const { source } = props;
  const [name, setName] = useState(source?.name ?? '');
  const [channel, setChannel] = useState<Channel>(source?.channel ?? 'webhook');
  const [mapping, setMapping] = useState<SourceMapping>(source?.mapping ?? {});
  const [mapped, setMapped] = useState(Object.keys(source?.mapping ?? {}).length > 0);
  const [trouble, setTrouble] = useState('');
  const onProblem = (problem: unknown) =>
    setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem));
  const create = useVerb(createSourceRoute, {
    refresh: [listSourcesRoute],
    onDone: (made) => props.onMade(made.source, made.secret),
    onProblem,
  });
  const change = useVerb(changeSourceRoute, { refresh: [listSourcesRoute], onDone: props.onChanged, onProblem });
  const save = () => {
    setTrouble('');
    const filled = Object.entries(mapping).filter(([, path]) => path);
    const body = { name: name.trim(), channel, mapping: mapped ? (Object.fromEntries(filled) as SourceMapping) : {} };
    if (!body.name) return setTrouble(t('channels.nameMissing'));
    return source ? change.mutate({ params: { id: source.id }, body }) : create.mutate({ body });
  };
  return (
    <Modal
      open
      title={source ? source.name : t('channels.add')}
      okText={t(source ? 'channels.save' : 'channels.create')}
      confirmLoading={create.isPending || change.isPending}
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
        <PlainField name={t('channels.name')}>
          <Input
            autoFocus
            value={name}
            maxLength={100}
            placeholder={t('channels.nameExample')}
            onChange={(event) => setName(event.target.value)}
          />
        </PlainField>
        <PlainField name={t('channels.channel')} note={t('channels.channelNote')} group>
          <Select
            aria-label={t('channels.channel')}
            value={channel}
            options={SPOKEN_CHANNELS.map((value) => ({
              value,
              label: t(`search:channel.${value}`, { defaultValue: value }),
            }))}
            onChange={(value: Channel) => setChannel(value)}
          />
        </PlainField>
        <Checkbox checked={mapped} onChange={(event) => setMapped(event.target.checked)}>
          {t('channels.mapped')}
        </Checkbox>
        {mapped && (
          <div className="hy-map">
            <p className="hy-faint">{t('channels.mapNote')}</p>
            {MAPPED_FIELDS.map((field) => (
              <PlainField key={field} name={t(`channels.field.${field}`)}>
                <Input
                  size="small"
                  value={mapping[field] ?? ''}
                  placeholder={field}
                  onChange={(event) => setMapping({ ...mapping, [field]: event.target.value.trim() || undefined })}
                />
              </PlainField>
            ))}
          </div>
        )}
        {trouble && (
          <p role="alert" className="hy-ink-negative" style={{ margin: 0 }}>
            {trouble}
          </p>
        )}
      </form>
    </Modal>
  );
}
