// One theme in a drawer: its names, its keywords, on or off, and merging it into another. What is typed is kept until it is saved
// or given up on purpose.
import { Button, Drawer, Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { joinWords } from '../../../../ui/join-words.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { cleanKeywords, keywordFault } from '../core/keyword-rules.ts';
import { changeThemeRoute, listThemeChangesRoute, listThemesRoute, type ThemeView } from '../core/theme.contract.ts';
import { JudgeWords } from './judge-words.tsx';
import { KeywordField } from './keyword-field.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { MergeTheme } from './merge-theme.tsx';
import { changedFields, draftOf, overNewer, type ThemeField } from './theme-draft.ts';

interface Props {
  theme: ThemeView | null;
  items: readonly ThemeView[];
  onClose: () => void;
}

export function ThemeEditor({ theme, items, onClose }: Props) {
  const { t, i18n } = useTranslation('pageunderstand');
  const title = theme ? (i18n.language === 'en' ? theme.en : theme.zh) : '';
  const [isUnsaved, setUnsaved] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const leave = () => {
    setAsking(false);
    setUnsaved(false);
    onClose();
  };
  return (
    <>
      <Drawer
        open={theme !== null}
        onClose={() => (isUnsaved ? setAsking(true) : leave())}
        title={<span className="hy-theme-title">{title}</span>}
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
        {theme && <Form key={theme.key} theme={theme} items={items} onClose={leave} onUnsaved={setUnsaved} />}
      </Drawer>
      <LeaveQuestion open={isAsking} onStay={() => setAsking(false)} onLeave={leave} />
    </>
  );
}

/** The draft of a theme that follows the theme where nothing was typed. */
function useThemeDraft(theme: ThemeView) {
  const [state, setState] = useState({ base: theme, draft: draftOf(theme), clashes: [] as ThemeField[] });
  useEffect(() => {
    setState((now) => {
      if (now.base.version === theme.version) return now;
      const { draft, clashes } = overNewer(now.draft, now.base, theme);
      return { base: theme, draft, clashes: [...new Set([...now.clashes, ...clashes])] };
    });
  }, [theme]);
  const changed = changedFields(state.draft, theme);
  return {
    draft: state.draft,
    changed,
    clashes: state.clashes.filter((field) => changed.includes(field)),
    type: useCallback(
      (part: Partial<typeof state.draft>) => setState((now) => ({ ...now, draft: { ...now.draft, ...part } })),
      [],
    ),
    takeTheirs: () => setState({ base: theme, draft: draftOf(theme), clashes: [] }),
  };
}

function Form({ theme, items, onClose, onUnsaved }: Props & { theme: ThemeView; onUnsaved: (is: boolean) => void }) {
  const { t, i18n } = useTranslation('pageunderstand');
  const toast = useToast();
  const mayEdit = useCan('theme.edit');
  const { draft, changed, clashes, type, takeTheirs } = useThemeDraft(theme);
  const change = useVerb(changeThemeRoute, {
    refresh: [listThemesRoute, listThemeChangesRoute],
    onDone: (_theme, input) => toast.done(t(input.body.keywords ? 'themes.wordsSaved' : 'themes.saved')),
    onProblem: (problem) =>
      problem.code === 'changed_meanwhile' ? toast.done(t('themes.changedMeanwhile')) : toast.problem(problem),
  });
  const params = { key: theme.key };
  const isLeaf = theme.parent !== null;
  const isChanged = changed.length > 0;
  const isWhole = draft.zh.trim() !== '' && draft.en.trim() !== '' && !keywordFault(draft.keywords);
  useEffect(() => onUnsaved(isChanged), [onUnsaved, isChanged]);
  const save = () =>
    change.mutate({
      params,
      body: {
        version: theme.version,
        ...(changed.includes('zh') ? { zh: draft.zh.trim() } : {}),
        ...(changed.includes('en') ? { en: draft.en.trim() } : {}),
        ...(changed.includes('keywords') ? { keywords: cleanKeywords(draft.keywords) } : {}),
      },
    });
  const theirs = (field: ThemeField) =>
    `${t(`themes.${field}`)} “${field === 'keywords' ? joinWords(theme.keywords, i18n.language) : theme[field]}”`;
  return (
    <form
      className="hy-theme-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && isWhole) save();
      }}
    >
      {clashes.length > 0 && (
        <div className="hy-theme-clash" role="status">
          <p>{t('themes.clash', { theirs: joinWords(clashes.map(theirs), i18n.language) })}</p>
          <Button size="small" onClick={takeTheirs}>
            {t('themes.takeTheirs')}
          </Button>
        </div>
      )}
      {(['zh', 'en'] as const).map((field) => (
        <div className="hy-theme-field" key={field}>
          <span aria-hidden>{t(`themes.${field}`)}</span>
          <Input
            aria-label={t(`themes.${field}`)}
            value={draft[field]}
            disabled={!mayEdit}
            maxLength={60}
            {...(draft[field].trim() ? {} : { status: 'error' as const })}
            onChange={(event) => type({ [field]: event.target.value })}
          />
          {!draft[field].trim() && (
            <span className="hy-ink-negative" role="alert">
              {t('themes.missing')}
            </span>
          )}
        </div>
      ))}
      {isLeaf && (
        <KeywordField value={draft.keywords} disabled={!mayEdit} onChange={(keywords) => type({ keywords })} />
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
