// The words that give a theme away: typed one by one, with the rule beside the field and the reason as soon as one is broken.
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { joinWords } from '../../../../ui/join-words.ts';
import { KEYWORD, keywordFault } from '../core/keyword-rules.ts';

interface Props {
  value: string[];
  disabled?: boolean;
  onChange: (words: string[]) => void;
}

export function KeywordField({ value, disabled = false, onChange }: Props) {
  const { t, i18n } = useTranslation('pageunderstand');
  const rule = useId();
  const fault = keywordFault(value);
  return (
    <div className="hy-theme-field">
      <span aria-hidden>{t('themes.keywords')}</span>
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        disabled={disabled}
        value={value}
        {...(fault ? { status: 'error' as const } : {})}
        aria-label={t('themes.keywords')}
        aria-describedby={rule}
        placeholder={t('themes.keywordsPlaceholder')}
        tokenSeparators={[',', '，', '、', '\n']}
        onChange={onChange}
      />
      {fault && (
        <span className="hy-ink-negative" role="alert">
          {t(`themes.keyword.${fault.fault}`, { ...KEYWORD, words: joinWords(fault.words, i18n.language) })}
        </span>
      )}
      <small id={rule}>{t('themes.keywordsHint', KEYWORD)}</small>
    </div>
  );
}
