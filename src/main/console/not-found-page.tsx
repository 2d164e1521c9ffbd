// Addresses that lead nowhere, and places a role may not enter.
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../ui/go.tsx';
import { EmptyPlace } from '../../ui/places.tsx';

function HomeLink() {
  const { t } = useTranslation('console');
  return (
    <GoLink to="/" className="hy-link">
      {t('nowhere.home')}
    </GoLink>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation('console');
  return (
    <main className="hy-main">
      <EmptyPlace level={1} mood="search" title={t('nowhere.title')} text={t('nowhere.text')} action={<HomeLink />} />
    </main>
  );
}

export function NoAccessPage() {
  const { t } = useTranslation('console');
  return (
    <main className="hy-main">
      <EmptyPlace level={1} title={t('noAccess.title')} text={t('noAccess.text')} action={<HomeLink />} />
    </main>
  );
}
