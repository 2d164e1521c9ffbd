// Adds a leaf below an upper theme: two names, and the words that give it away.
import { Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { cleanKeywords, keywordFault } from '../core/keyword-rules.ts';
import { createThemeRoute, listThemeChangesRoute, listThemesRoute, type ThemeView } from '../core/theme.contract.ts';
import { KeywordField } from './keyword-field.tsx';
import { LeaveQuestion } from './leave-question.tsx';

interface Props {
  /** key of the upper theme, empty when it is still to be chosen, null while closed */
  parent: string | null;
  items: readonly ThemeView[];
  onClose: () => void;
}

export function AddTheme({ parent, items, onClose }: Props) {
  const { t, i18n } = useTranslation('pageunderstand');
  const toast = useToast();
  const [under, setUnder] = useState<string | null>(null);
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [keywords, setKeywords] = useState<string[]>([]);
  useEffect(() => {
    if (parent === null) return;
    setUnder(parent || null);
    setZh('');
    setEn('');
    setKeywords([]);
  }, [parent]);
  const create = useVerb(createThemeRoute, {
    refresh: [listThemesRoute, listThemeChangesRoute],
    onDone: (theme) => {
      toast.done(t('themes.created', { name: i18n.language === 'en' ? theme.en : theme.zh }));
      close();
    },
  });
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    create.reset();
    onClose();
  };
  const isWhole = under !== null && zh.trim() !== '' && en.trim() !== '' && !keywordFault(keywords);
  const isTyped = zh.trim() !== '' || en.trim() !== '' || keywords.length > 0;
  const submit = () => {
    if (!isWhole) return;
    create.mutate({ body: { parent: under, zh: zh.trim(), en: en.trim(), keywords: cleanKeywords(keywords) } });
  };
  return (
    <Modal
      open={parent !== null}
      title={t('themes.add')}
      okText={t('themes.create')}
      okButtonProps={{ disabled: !isWhole, loading: create.isPending }}
      onOk={submit}
      onCancel={() => (isTyped ? setAsking(true) : close())}
    >
      <form
        className="hy-theme-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="hy-theme-field">
          <span>{t('themes.parent')}</span>
          <Select<string>
            value={under}
            aria-label={t('themes.parent')}
            options={items
              .filter((theme) => theme.parent === null)
              .map((theme) => ({ value: theme.key, label: i18n.language === 'en' ? theme.en : theme.zh }))}
            onChange={setUnder}
          />
        </div>
        <div className="hy-theme-field">
          <span aria-hidden>{t('themes.zh')}</span>
          <Input
            aria-label={t('themes.zh')}
            value={zh}
            maxLength={60}
            onChange={(event) => setZh(event.target.value)}
          />
        </div>
        <div className="hy-theme-field">
          <span aria-hidden>{t('themes.en')}</span>
          <Input
            aria-label={t('themes.en')}
            value={en}
            maxLength={60}
            onChange={(event) => setEn(event.target.value)}
          />
        </div>
        <KeywordField value={keywords} onChange={setKeywords} />
        {create.error && (
          <p className="hy-ink-negative" role="alert">
            {problemText(t, create.error)}
          </p>
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
      <LeaveQuestion open={isAsking} onStay={() => setAsking(false)} onLeave={close} />
    </Modal>
  );
}
