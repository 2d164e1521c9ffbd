// What a room is called, which picture it shows and whether viewers may enter.
import { Button, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { editRoomRoute, listRoomsRoute, type RoomView, readRoomRoute } from '../core/room.contract.ts';

export function RoomForm({ room, mayEdit }: { room: RoomView; mayEdit: boolean }) {
  const { t } = useTranslation('liverooms');
  const toast = useToast();
  const [draft, setDraft] = useState({
    title: room.title,
    videoUrl: room.videoUrl ?? '',
    coverUrl: room.coverUrl ?? '',
  });
  const [trouble, setTrouble] = useState('');
  const edit = useVerb(editRoomRoute, {
    refresh: [readRoomRoute, listRoomsRoute],
    onDone: () => toast.done(t('form.saved')),
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  const params = { id: room.id };
  const save = () => {
    setTrouble('');
    if (draft.title.trim() === '') return setTrouble(t('form.titleMissing'));
    edit.mutate({
      params,
      body: {
        title: draft.title.trim(),
        videoUrl: draft.videoUrl.trim() || null,
        coverUrl: draft.coverUrl.trim() || null,
      },
    });
  };
  const address = (field: 'videoUrl' | 'coverUrl') => (
    <PlainField name={t(`form.${field}`)} note={t(`form.${field}Note`)}>
      <Input
        type="url"
        value={draft[field]}
        maxLength={2000}
        disabled={!mayEdit}
        placeholder="https://"
        onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
      />
    </PlainField>
  );
  return (
    <Section
      title={t('form.section')}
      sentence={t('form.sectionNote')}
      end={
        <span className="hy-row-line">
          <span className="hy-quiet">{t(room.isOpen ? 'form.isOpen' : 'form.isClosed')}</span>
          <Switch
            checked={room.isOpen}
            disabled={!mayEdit}
            aria-label={t('form.isOpen')}
            onChange={(isOpen) => edit.mutate({ params, body: { isOpen } })}
          />
        </span>
      }
    >
      <form
        className="hy-plain-form live-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PlainField name={t('form.name')}>
          <Input
            value={draft.title}
            maxLength={120}
            disabled={!mayEdit}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        </PlainField>
        {address('videoUrl')}
        {address('coverUrl')}
        {trouble && (
          <p role="alert" className="hy-ink-negative live-wide">
            {trouble}
          </p>
        )}
        {mayEdit && (
          <div className="live-wide">
            <Button type="primary" htmlType="submit" loading={edit.isPending}>
              {t('form.save')}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}
