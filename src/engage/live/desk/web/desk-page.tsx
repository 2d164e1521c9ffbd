// The operator's screen: the room on the left, what to do now in the middle, product and figures on the right, the last hour below.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForcedTheme } from '../../../../ui/appearance.tsx';
import { usePathParam } from '../../../../ui/go.tsx';
import { DeskBody } from './desk-body.tsx';
import { useWindowWidth } from './use-window-width.ts';
import './desk.css';
import './now.css';
import './product.css';
import './room.css';
import { DeskKeys } from './desk-keys.tsx';
import { TopBar } from './top-bar.tsx';
import { DeskProvider } from './use-desk.tsx';
import { DeskSelectionProvider } from './use-selection.tsx';

const STORED = 'huiyin.desk.look';
export type DeskLook = 'dark' | 'light';

function storedLook(): DeskLook {
  try {
    return localStorage.getItem(STORED) === 'light' ? 'light' : 'dark';
  } catch {
    return 'dark';
  }
}

export function DeskPage() {
  const { t } = useTranslation('livedesk');
  const roomId = usePathParam('roomId');
  const [look, setLook] = useState(storedLook);
  const width = useWindowWidth();
  // Dark unless the operator wants it otherwise here; the rest of the console keeps its own look.
  useForcedTheme(look);
  useEffect(() => {
    try {
      localStorage.setItem(STORED, look);
    } catch {
      // Storage may be forbidden; the choice then lasts for this visit.
    }
  }, [look]);
  const size = width < 700 ? 'phone' : width < 1000 ? 'tablet' : 'desk';
  return (
    <DeskProvider roomId={roomId} key={roomId}>
      <DeskSelectionProvider>
        <section className={`ld ld-${size}`} aria-label={t('title')}>
          <TopBar look={look} onLook={() => setLook(look === 'dark' ? 'light' : 'dark')} size={size} />
          <DeskBody size={size} />
          <DeskKeys />
        </section>
      </DeskSelectionProvider>
    </DeskProvider>
  );
}
