// When something is done: a word on what changed, for the changelog, in both languages.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoadmapStage } from '../core/roadmap.contract.ts';

const SIDES = ['zh-CN', 'en'] as const;

export function CompleteDialog(props: {
  stage: RoadmapStage;
  onMove: (entry: { 'zh-CN': string; en: string } | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('roadmap');
  const [words, setWords] = useState({ 'zh-CN': '', en: '' });
  const isEmpty = words['zh-CN'].trim() === '' && words.en.trim() === '';
  const ask = t('complete_ask', { stage: t(`stage.${props.stage}`) });
  return (
    <Modal open title={ask} okText={ask} onOk={() => props.onMove(isEmpty ? null : words)} onCancel={props.onClose}>
      <p>{t('complete_text')}</p>
      {SIDES.map((language) => (
        <p key={language}>
          <label htmlFor={`entry-${language}`}>{`${t('field.entry')} · ${t(`language.${language}`)}`}</label>
          <Input.TextArea
            id={`entry-${language}`}
            lang={language}
            rows={3}
            maxLength={2000}
            value={words[language]}
            onChange={(event) => setWords({ ...words, [language]: event.target.value })}
          />
        </p>
      ))}
    </Modal>
  );
}
