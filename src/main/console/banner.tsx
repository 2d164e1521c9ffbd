// Says when what is on screen may be old: no network, or no news from the house.
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../../ui/client/live.tsx';
import { Icon } from '../../ui/icons.tsx';

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}

export function Banner() {
  const { t } = useTranslation('console');
  const online = useOnline();
  const live = useLiveState();
  if (online && live !== 'lost') return null;
  return (
    <div className="hy-banner" role="status">
      <Icon name="warning" size={16} />
      {t(online ? 'banner.lost' : 'banner.offline')}
    </div>
  );
}
