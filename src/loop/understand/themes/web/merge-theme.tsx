// Lets another theme take this one over, and undoes that.
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  listThemeChangesRoute,
  listThemesRoute,
  mergeThemeRoute,
  type ThemeView,
  unmergeThemeRoute,
} from '../core/theme.contract.ts';
import { leafOptions, useThemeNames } from './theme-names.part.tsx';

interface Props {
  theme: ThemeView;
  items: readonly ThemeView[];
  onDone: () => void;
}

export function MergeTheme({ theme, onDone }: Props) {
  const { t } = useTranslation('pageunderstand');
  const toast = useToast();
  const names = useThemeNames();
  const [into, setInto] = useState<string | null>(null);
  const refresh = [listThemesRoute, listThemeChangesRoute];
  const unmerge = useVerb(unmergeThemeRoute, {
    refresh,
    onDone: () => toast.done(t('themes.unmerged')),
    onProblem: (problem) => toast.problem(problem),
  });
  const merge = useVerb(mergeThemeRoute, {
    refresh,
    onDone: (_answer, input) => {
      toast.done(t('themes.merged', { name: names.name(input.body.intoKey) }), {
        label: t('themes.unmerge'),
        run: () => unmerge.mutate({ params: input.params }),
      });
      onDone();
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const params = { key: theme.key };
  return (
    <section className="hy-theme-merge">
      <h2>{t('themes.mergeInto')}</h2>
      {theme.mergedInto ? (
        <div className="hy-row-line">
          <span>{t('themes.mergedInto', { name: names.path(theme.mergedInto) })}</span>
          <span className="hy-grow" />
          <Button loading={unmerge.isPending} onClick={() => unmerge.mutate({ params })}>
            {t('themes.unmerge')}
          </Button>
        </div>
      ) : (
        <>
          <p>{t('themes.mergeHint')}</p>
          <div className="hy-row-line">
            <Select<string>
              className="hy-grow"
              value={into}
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={t('themes.mergePick')}
              placeholder={t('themes.mergePick')}
              options={leafOptions(names).map((group) => ({
                ...group,
                options: group.options.filter((option) => option.value !== theme.key),
              }))}
              onChange={setInto}
            />
            <Button
              disabled={!into}
              loading={merge.isPending}
              onClick={() => into && merge.mutate({ params, body: { intoKey: into } })}
            >
              {t('themes.merge')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
