// Names an address and what it hears.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { HEARD_TYPES, type HeardType } from '../core/heard-types.ts';
import {
  changeEndpointRoute,
  createEndpointRoute,
  type EndpointView,
  listEndpointsRoute,
} from '../core/webhook.contract.ts';

export function EndpointDialog(props: {
  endpoint: EndpointView | null;
  onClose: () => void;
  onMade: (endpoint: EndpointView, secret: string) => void;
  onChanged: () => void;
}) {
  const { t } = useTranslation('webhooks');
  const { endpoint } = props;
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [note, setNote] = useState(endpoint?.note ?? '');
  const [types, setTypes] = useState<HeardType[]>((endpoint?.types ?? []) as HeardType[]);
  const [trouble, setTrouble] = useState('');
  const onProblem = (problem: unknown) =>
    setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem));
  const create = useVerb(createEndpointRoute, {
    refresh: [listEndpointsRoute],
    onDone: (made) => props.onMade(made.endpoint, made.secret),
    onProblem,
  });
  const change = useVerb(changeEndpointRoute, { refresh: [listEndpointsRoute], onDone: props.onChanged, onProblem });
  const save = () => {
    setTrouble('');
    const body = { url: url.trim(), note: note.trim(), types };
    if (endpoint) change.mutate({ params: { id: endpoint.id }, body });
    else create.mutate({ body });
  };
  return (
    <Modal
      open
      title={endpoint ? t('edit') : t('add')}
      onCancel={props.onClose}
      onOk={save}
      okText={endpoint ? t('edit') : t('add')}
      okButtonProps={{ disabled: url.trim() === '', loading: create.isPending || change.isPending }}
    >
      <PlainField name={t('url')} trouble={trouble}>
        <Input value={url} onChange={(event) => setUrl(event.target.value)} placeholder={t('urlHint')} autoFocus />
      </PlainField>
      <PlainField name={t('note')}>
        <Input value={note} onChange={(event) => setNote(event.target.value)} maxLength={200} />
      </PlainField>
      <PlainField name={t('types')} group>
        <Select<HeardType[]>
          mode="multiple"
          value={types}
          onChange={setTypes}
          placeholder={t('allTypes')}
          style={{ width: '100%' }}
          maxTagCount="responsive"
          options={HEARD_TYPES.map((value) => ({ value, label: value }))}
        />
      </PlainField>
    </Modal>
  );
}
