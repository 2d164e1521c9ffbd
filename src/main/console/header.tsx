// The line at the top: which shop, a way to anything, and the reader's own settings.
import { useTranslation } from 'react-i18next';
import { Bell } from '../../loop/act/cases/web/bell.part.tsx';
import { useSession } from '../../ui/client/session.tsx';
import { useOpenPalette } from '../../ui/command-palette.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Caps } from '../../ui/keys.tsx';
import { Mark } from '../../ui/mark.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch, LookSwitch } from './switches.tsx';

export function Header({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation('console');
  const { workspace } = useSession();
  const openPalette = useOpenPalette();
  return (
    <header className="hy-header">
      {isNarrow && <Mark size={22} />}
      <strong className="hy-one-line hy-header-name">{workspace.name}</strong>
      {isNarrow ? (
        <button type="button" className="hy-header-button" onClick={openPalette} aria-label={t('header.search')}>
          <Icon name="search" size={20} />
        </button>
      ) : (
        <>
          <button type="button" className="hy-header-search" onClick={openPalette}>
            <Icon name="search" size={16} />
            <span>{t('header.search')}</span>
            <Caps keys="mod+k" />
          </button>
          <span className="hy-grow" />
          <LanguageSwitch />
          <LookSwitch />
        </>
      )}
      <Bell />
      <AccountMenu isNarrow={isNarrow} />
    </header>
  );
}
