// A line of our own on the host's prompter: short, large, gone when taken back.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskHere } from './use-desk.tsx';

const LONGEST = 60;

export function NoteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('livedesk');
  const { act } = useDeskHere();
  const { note } = useDesk('board');
  const [text, setText] = useState(note?.text ?? '');
  const put = (words: string | null) => {
    void act({ do: 'note', text: words }, 'note', { text: t(words ? 'done.noted' : 'done.note_gone') });
    onClose();
  };
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('note.title')}
      width={480}
      footer={
        <>
          {note && <Button onClick={() => put(null)}>{t('note.remove')}</Button>}
          <Button type="primary" disabled={!text.trim()} onClick={() => put(text.trim())}>
            {t('note.show')}
          </Button>
        </>
      }
    >
      <p className="hy-quiet">{t('note.text')}</p>
      <Input
        autoFocus
        size="large"
        maxLength={LONGEST}
        showCount
        value={text}
        aria-label={t('note.title')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing && text.trim()) put(text.trim());
        }}
      />
    </Modal>
  );
}
