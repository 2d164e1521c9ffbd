// What ⌘K and the keyboard reach from everywhere: each room, the other language, the looks, the way out.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { APPEARANCES, useAppearance } from '../../ui/appearance.tsx';
import { useCommands } from '../../ui/command-palette.tsx';
import { useGo } from '../../ui/go.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { LANGUAGES, languageNames, speak } from './language.ts';
import { signOut } from './sign-out.ts';
import { useRail } from './use-rail.ts';

export function useShellCommands(): void {
  const { t, i18n } = useTranslation();
  const { pages } = useRail();
  const { choice, choose } = useAppearance();
  const client = useQueryClient();
  const go = useGo();
  const rooms = t('console:palette.rooms');
  const settings = t('console:palette.settings');
  useKeys(
    pages.flatMap((page) =>
      page.rail.jump
        ? [{ keys: `g ${page.rail.jump}`, label: t(page.rail.labelKey), group: rooms, run: () => go(page.path) }]
        : [],
    ),
  );
  useCommands([
    ...pages.map((page) => ({
      id: `room ${page.path}`,
      label: t(page.rail.labelKey),
      group: rooms,
      icon: page.rail.icon,
      ...(page.rail.jump ? { keys: `g ${page.rail.jump}` } : {}),
      run: () => go(page.path),
    })),
    ...LANGUAGES.filter((language) => language !== i18n.language).map((language) => ({
      id: `language ${language}`,
      label: languageNames[language],
      hint: t('console:header.language'),
      group: settings,
      icon: 'language' as const,
      run: () => void speak(language, true),
    })),
    ...APPEARANCES.filter((look) => look !== choice).map((look) => ({
      id: `look ${look}`,
      label: t(`console:look.${look}`),
      group: settings,
      icon: look === 'light' ? ('sun' as const) : look === 'dark' ? ('moon' as const) : ('system' as const),
      run: () => choose(look),
    })),
    {
      id: 'sign out',
      label: t('console:account.signOut'),
      group: settings,
      icon: 'signOut',
      run: () => void signOut(client),
    },
  ]);
}
