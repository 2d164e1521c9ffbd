// What stands around every page: its permission, its title in the tab, and how it scrolls.
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../ui/client/session.tsx';
import type { PageDef } from '../../ui/page.ts';
import { NoAccessPage } from './not-found-page.tsx';

export function PageFrame({ page, children }: { page: PageDef; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const may = useCan(page.permission);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another title
  useEffect(() => {
    document.title = `${t(page.titleKey)} · ${t('console:name')}`;
  }, [t, page.titleKey, i18n.language]);
  if (!may) return <NoAccessPage />;
  return <main className={page.frame === 'full' ? 'hy-main hy-main-full' : 'hy-main'}>{children}</main>;
}
