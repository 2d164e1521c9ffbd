// Language and look, changed in one touch and remembered on this device.
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { APPEARANCES, useAppearance } from '../../ui/appearance.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LANGUAGES, languageNames, speak } from './language.ts';

const looks = { light: 'sun', dark: 'moon', system: 'system' } as const;

/** Shows the language one would get. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('console');
  const other = LANGUAGES.find((one) => one !== i18n.language) ?? 'en';
  return (
    <button
      type="button"
      className="hy-header-button"
      lang={other}
      title={t('header.language')}
      onClick={() => void speak(other, true)}
    >
      <Icon name="language" size={20} />
      <span>{languageNames[other]}</span>
    </button>
  );
}

export function LookSwitch() {
  const { t } = useTranslation('console');
  const { choice, choose } = useAppearance();
  const items = APPEARANCES.map((look) => ({ key: look, label: t(`look.${look}`), icon: <Icon name={looks[look]} /> }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: [choice], onClick: ({ key }) => choose(key as typeof choice) }}
    >
      <button type="button" className="hy-header-button" aria-label={t('look.label')}>
        <Icon name={looks[choice]} size={20} />
      </button>
    </Dropdown>
  );
}
