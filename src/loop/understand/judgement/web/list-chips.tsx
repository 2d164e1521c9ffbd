// Labels of which there can be several: one click takes one away, one adds one.
import { useTranslation } from 'react-i18next';
import { INTENTS } from '../../../../text/judge.contract.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { leafOptions, useThemeNames } from '../../themes/web/theme-names.part.tsx';
import type { JudgementView } from '../core/judgement.contract.ts';
import { AddTheme } from './add-theme.tsx';
import { LabelChip } from './label-chip.tsx';
import { reasonsFor } from './label-words.ts';
import { ReasonList } from './reasons.tsx';
import type { Correct } from './use-corrections.ts';

interface Props {
  judgement: JudgementView;
  change?: Correct;
}

/** A chip with a cross beside it. */
export function Removable({
  children,
  name,
  onRemove,
}: {
  children: React.ReactNode;
  name: string;
  onRemove?: (() => void) | undefined;
}) {
  const { t } = useTranslation('pageunderstand');
  return (
    <span className="hy-chip-pair">
      {children}
      {onRemove && (
        <button type="button" className="hy-chip-remove" aria-label={t('label.remove', { name })} onClick={onRemove}>
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  );
}

export function ThemeChips({ judgement, change }: Props) {
  const { t } = useTranslation('pageunderstand');
  const names = useThemeNames();
  const { themes } = judgement;
  return (
    <>
      {themes.map((key) => {
        const found = reasonsFor(judgement.reasons, 'themes', key);
        return (
          <Removable
            key={key}
            name={names.name(key)}
            onRemove={
              change &&
              (() =>
                change(
                  'themes',
                  themes.filter((one) => one !== key),
                ))
            }
          >
            <LabelChip
              name={names.name(key)}
              {...(found.length > 0 ? { reasons: <ReasonList reasons={found} /> } : {})}
            >
              {names.path(key)}
            </LabelChip>
          </Removable>
        );
      })}
      {themes.length === 0 && !change && <span className="hy-faint">{t('label.none')}</span>}
      {change && themes.length < 10 && (
        <AddTheme
          groups={leafOptions(names).map((group) => ({
            ...group,
            options: group.options.filter((option) => !themes.includes(option.value)),
          }))}
          onAdd={(key) => change('themes', [...themes, key])}
        />
      )}
    </>
  );
}

export function IntentChips({ judgement, change }: Props) {
  const { t } = useTranslation(['pageunderstand', 'text']);
  const { intents } = judgement;
  const missing = INTENTS.filter((one) => !intents.includes(one));
  return (
    <>
      {intents.map((intent) => {
        const found = reasonsFor(judgement.reasons, 'intents', intent);
        const name = t(`text:intent.${intent}`);
        const without = intents.filter((one) => one !== intent);
        return (
          <Removable key={intent} name={name} onRemove={change && (() => change('intents', without))}>
            <LabelChip name={name} {...(found.length > 0 ? { reasons: <ReasonList reasons={found} /> } : {})}>
              {name}
            </LabelChip>
          </Removable>
        );
      })}
      {intents.length === 0 && !change && <span className="hy-faint">{t('pageunderstand:label.none')}</span>}
      {change && missing.length > 0 && (
        <LabelChip
          quiet
          name={t('pageunderstand:label.addIntent')}
          choices={missing.map((key) => ({ key, label: t(`text:intent.${key}`) }))}
          onChoose={(key) => change('intents', [...intents, key])}
        >
          <Icon name="plus" size={12} />
        </LabelChip>
      )}
    </>
  );
}
