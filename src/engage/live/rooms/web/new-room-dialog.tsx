// Asks for what a new room needs: a name, and if wanted the word its address ends with.
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { createRoomRoute, listRoomsRoute } from '../core/room.contract.ts';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

export function NewRoomDialog({ onClose, onMade }: { onClose: () => void; onMade: (roomId: string) => void }) {
  const { t } = useTranslation('liverooms');
  const [title, setTitle] = useState('');
  const [slug, setSlug] = useState('');
  const [isSimulated, setSimulated] = useState(false);
  const [trouble, setTrouble] = useState('');
  const create = useVerb(createRoomRoute, {
    refresh: [listRoomsRoute],
    onDone: (room) => onMade(room.id),
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  const save = () => {
    setTrouble('');
    if (title.trim() === '') return setTrouble(t('form.titleMissing'));
    if (slug !== '' && !SLUG.test(slug)) return setTrouble(t('form.slugNote'));
    create.mutate({ body: { title: title.trim(), isSimulated, ...(slug ? { slug } : {}) } });
  };
  return (
    <Modal
      open
      title={t('add')}
      okText={t('form.create')}
      confirmLoading={create.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <form
        className="hy-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PlainField name={t('form.name')}>
          <Input
            autoFocus
            value={title}
            maxLength={120}
            placeholder={t('form.nameExample')}
            onChange={(event) => setTitle(event.target.value)}
          />
        </PlainField>
        <PlainField name={t('form.slug')} note={t('form.slugNote')}>
          <Input
            value={slug}
            maxLength={48}
            addonBefore={`${location.host}/watch/`}
            onChange={(event) => setSlug(event.target.value.trim().toLowerCase())}
          />
        </PlainField>
        <Checkbox checked={isSimulated} onChange={(event) => setSimulated(event.target.checked)}>
          {t('form.simulated')}
        </Checkbox>
        {trouble && (
          <p role="alert" className="hy-ink-negative">
            {trouble}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
