// One theme in a drawer: its names, its keywords, on or off, and merging it into another.
import { Button, Drawer, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { changeThemeRoute, listThemeChangesRoute, listThemesRoute, type ThemeView } from '../core/theme.contract.ts';
import { JudgeWords } from './judge-words.tsx';
import { MergeTheme } from './merge-theme.tsx';

interface Props {
  theme: ThemeView | null;
  items: readonly ThemeView[];
  onClose: () => void;
}

export function ThemeEditor({ theme, items, onClose }: Props) {
  const { t, i18n } = useTranslation('pageunderstand');
  const title = theme ? (i18n.language === 'en' ? theme.en : theme.zh) : '';
  return (
    <Drawer
      open={theme !== null}
      onClose={onClose}
      title={title}
      size="min(440px, 100vw)"
      destroyOnHidden
      extra={
        theme && (
          <GoLink to="/feedback" search={{ theme: theme.key }} className="hy-link">
            {t('themes.seeAll')}
          </GoLink>
        )
      }
    >
      {theme && <Form key={theme.key} theme={theme} items={items} onClose={onClose} />}
    </Drawer>
  );
}

function Form({ theme, items, onClose }: Props & { theme: ThemeView }) {
  const { t } = useTranslation('pageunderstand');
  const toast = useToast();
  const mayEdit = useCan('theme.edit');
  const [zh, setZh] = useState(theme.zh);
  const [en, setEn] = useState(theme.en);
  const [keywords, setKeywords] = useState<string[]>(theme.keywords);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another person's change, which wins
  useEffect(() => {
    setZh(theme.zh);
    setEn(theme.en);
    setKeywords(theme.keywords);
  }, [theme.version]);
  const change = useVerb(changeThemeRoute, {
    refresh: [listThemesRoute, listThemeChangesRoute],
    onDone: (_theme, input) => toast.done(t(input.body.keywords ? 'themes.wordsSaved' : 'themes.saved')),
    onProblem: (problem) =>
      problem.code === 'changed_meanwhile' ? toast.done(t('themes.changedMeanwhile')) : toast.problem(problem),
  });
  const params = { key: theme.key };
  const isLeaf = theme.parent !== null;
  const words = [...new Set(keywords.map((word) => word.trim()).filter((word) => word.length >= 2))];
  const isChanged = zh !== theme.zh || en !== theme.en || words.join('\n') !== theme.keywords.join('\n');
  const isWhole = zh.trim() !== '' && en.trim() !== '';
  const save = () =>
    change.mutate({
      params,
      body: {
        version: theme.version,
        ...(zh === theme.zh ? {} : { zh: zh.trim() }),
        ...(en === theme.en ? {} : { en: en.trim() }),
        ...(words.join('\n') === theme.keywords.join('\n') ? {} : { keywords: words }),
      },
    });
  return (
    <form
      className="hy-theme-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && isWhole) save();
      }}
    >
      <div className="hy-theme-field">
        <span aria-hidden>{t('themes.zh')}</span>
        <Input
          aria-label={t('themes.zh')}
          value={zh}
          disabled={!mayEdit}
          maxLength={60}
          onChange={(event) => setZh(event.target.value)}
        />
      </div>
      <div className="hy-theme-field">
        <span aria-hidden>{t('themes.en')}</span>
        <Input
          aria-label={t('themes.en')}
          value={en}
          disabled={!mayEdit}
          maxLength={60}
          onChange={(event) => setEn(event.target.value)}
        />
      </div>
      {isLeaf && (
        <div className="hy-theme-field">
          <span>{t('themes.keywords')}</span>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            disabled={!mayEdit}
            value={keywords}
            aria-label={t('themes.keywords')}
            placeholder={t('themes.keywordsPlaceholder')}
            tokenSeparators={[',', '，', '、', '\n']}
            onChange={setKeywords}
          />
          <small>{t('themes.keywordsHint')}</small>
        </div>
      )}
      <p className="hy-faint">
        {t('themes.key')} <code>{theme.key}</code>
      </p>
      {mayEdit && (
        <div className="hy-row-line">
          <Button htmlType="submit" type="primary" disabled={!isChanged || !isWhole} loading={change.isPending}>
            {t('themes.save')}
          </Button>
          <Button
            disabled={change.isPending}
            title={t('themes.enabledHint')}
            onClick={() => change.mutate({ params, body: { version: theme.version, enabled: !theme.enabled } })}
          >
            {t(theme.enabled ? 'themes.disable' : 'themes.enable')}
          </Button>
        </div>
      )}
      {isLeaf && theme.keywords.length > 0 && !isChanged && <JudgeWords words={theme.keywords} />}
      {mayEdit && isLeaf && <MergeTheme theme={theme} items={items} onDone={onClose} />}
    </form>
  );
}
