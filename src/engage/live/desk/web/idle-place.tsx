// What stands at the desk while no show runs: how to begin one, or that this room cannot be seen.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { EmptyPlace } from '../../../../ui/places.tsx';
import { StartShow } from './show-controls.tsx';
import { StartSimulation } from './start-simulation.tsx';
import { useDeskHere } from './use-desk.tsx';

export function IdlePlace({ isRefused }: { isRefused: boolean }) {
  const { t } = useTranslation('livedesk');
  const { mayWork, roomId } = useDeskHere();
  const go = useGo();
  if (isRefused)
    return (
      <div className="ld-idle">
        <EmptyPlace
          mood="search"
          title={t('refused_place.title')}
          text={t('refused_place.text')}
          action={<Button onClick={() => go('/live')}>{t('top.back')}</Button>}
        />
      </div>
    );
  return (
    <div className="ld-idle">
      <EmptyPlace
        title={t('idle.title')}
        text={t('idle.text')}
        action={
          mayWork ? (
            <div className="hy-row-line">
              <StartShow />
              <StartSimulation />
              <GoLink to={`/live/${roomId}/settings`} className="hy-link">
                {t('idle.prepare')}
              </GoLink>
            </div>
          ) : undefined
        }
      />
    </div>
  );
}
