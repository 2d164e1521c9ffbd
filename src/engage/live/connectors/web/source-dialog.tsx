// Adds a source to a room or changes it; a reader that is not official is turned on only after its notice was accepted.
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { type Problem, problemText } from '../../../../ui/client/problem.ts';
import {
  createSourceRoute,
  editSourceRoute,
  listSourcesRoute,
  type SourceKind,
  type SourceView,
} from '../core/source.contract.ts';
import { GivesLine } from './gives-line.tsx';
import { type FieldValues, SourceForm } from './source-form.tsx';

export function SourceDialog(props: {
  roomId: string;
  kinds: readonly SourceKind[];
  /** Null to add one. */
  source: SourceView | null;
  onClose: () => void;
  onAdded: (source: SourceView, secret: string | null) => void;
  onSaved: () => void;
}) {
  const { t } = useTranslation('livesources');
  const { source, kinds } = props;
  const [kindName, setKindName] = useState(source?.kind ?? kinds[0]?.kind ?? '');
  const [name, setName] = useState(source?.name ?? '');
  const [values, setValues] = useState<FieldValues>(source?.settings ?? {});
  const [accepts, setAccepts] = useState(source?.noticeAcceptedAt != null);
  const [trouble, setTrouble] = useState('');
  const [wrong, setWrong] = useState<string[]>([]);
  const kind = kinds.find((one) => one.kind === kindName);
  const onProblem = (problem: Problem) => {
    setTrouble(problemText(t, problem));
    const names = (problem.extra as { fields?: unknown } | undefined)?.fields;
    setWrong(Array.isArray(names) ? names.map(String) : []);
  };
  const create = useVerb(createSourceRoute, {
    refresh: [listSourcesRoute],
    onDone: (made) => props.onAdded(made.source, made.secret),
    onProblem,
  });
  const edit = useVerb(editSourceRoute, { refresh: [listSourcesRoute], onDone: props.onSaved, onProblem });
  const needsNotice = kind !== undefined && !kind.isOfficial;
  const kept = source?.secretsSet ?? [];
  const isFilled = (kind?.fields ?? []).every(
    (field) =>
      !field.isRequired || kept.includes(field.name) || kindName === 'webhook' || (values[field.name] ?? '') !== '',
  );
  const save = () => {
    setTrouble('');
    setWrong([]);
    // A secret left empty stays as it is; other empty fields are emptied.
    const settings = Object.fromEntries(
      Object.entries(values).filter(([field, value]) => !(kept.includes(field) && (value === '' || value === null))),
    );
    if (source)
      edit.mutate({ params: { id: source.id }, body: { name: name.trim(), settings, acceptsNotice: accepts } });
    else
      create.mutate({
        params: { id: props.roomId },
        body: { kind: kindName, name: name.trim(), settings, isOn: !needsNotice || accepts, acceptsNotice: accepts },
      });
  };
  const fields = (kind?.fields ?? []).filter((field) => !(kindName === 'webhook' && field.name === 'secret'));
  return (
    <Modal
      open
      title={source ? t('edit') : t('add')}
      onCancel={props.onClose}
      onOk={save}
      okText={source ? t('save') : t('add')}
      className="hy-source-dialog"
      okButtonProps={{ disabled: !kind || !isFilled, loading: create.isPending || edit.isPending }}
    >
      {!source && (
        <PlainField name={t('kindLabel')} group>
          <Select
            value={kindName}
            aria-label={t('kindLabel')}
            onChange={(one: string) => {
              setKindName(one);
              setValues({});
              setWrong([]);
              setAccepts(false);
            }}
            options={kinds.map((one) => ({
              value: one.kind,
              label: `${t(`kind.${one.kind}.name`)}${one.isOfficial ? '' : ` · ${t('unofficial')}`}`,
            }))}
            style={{ width: '100%' }}
          />
        </PlainField>
      )}
      {kind && (
        <div className="hy-source-about">
          <p>{t(`kind.${kind.kind}.about`)}</p>
          <p className="hy-quiet">{t(`kind.${kind.kind}.missing`)}</p>
          <GivesLine gives={kind.gives} />
        </div>
      )}
      <PlainField name={t('name')} note={t('nameHint')}>
        <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={80} />
      </PlainField>
      <SourceForm fields={fields} values={values} kept={kept} wrong={wrong} onChange={setValues} />
      {needsNotice && (
        <div className="hy-source-notice">
          <p role="note">{t('notice')}</p>
          <Checkbox checked={accepts} onChange={(event) => setAccepts(event.target.checked)}>
            {t('accept')}
          </Checkbox>
        </div>
      )}
      {trouble && (
        <p className="hy-ink-negative" role="alert">
          {trouble}
        </p>
      )}
    </Modal>
  );
}
