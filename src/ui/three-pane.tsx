// List, conversation and person side by side, each scrolling by itself; on a phone they are pages with a way back.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import { useNarrow } from './use-narrow.ts';
import './three-pane.css';

export interface ThreePaneProps {
  list: ReactNode;
  main: ReactNode;
  /** left out while nothing is open */
  aside?: ReactNode;
  /** short names, for the phone's tabs and for readers of the screen */
  names: { list: string; main: string; aside: string };
  /** true while a row is open; decides which page a phone shows */
  open: boolean;
  /** back to the list, on a phone */
  onBack: () => void;
}

/** At 1180 px and more all three; from 900 px the aside opens over the conversation; below that, pages. */
export function ThreePane({ list, main, aside, names, open, onBack }: ThreePaneProps) {
  const { t } = useTranslation('ui');
  const isNarrow = useNarrow();
  const isMiddling = useNarrow(1180);
  const [showAside, setShowAside] = useState(false);
  const asideShown = aside !== undefined && (!isMiddling || showAside);
  if (isNarrow && !open)
    return (
      <div className="hy-panes">
        <section className="hy-pane" aria-label={names.list}>
          {list}
        </section>
      </div>
    );
  return (
    <div className="hy-panes">
      {!isNarrow && (
        <section className="hy-pane hy-pane-list" aria-label={names.list}>
          {list}
        </section>
      )}
      <div className="hy-pane-rest">
        {(isNarrow || (isMiddling && aside !== undefined)) && (
          <div className="hy-pane-bar">
            {isNarrow && (
              <button type="button" onClick={onBack}>
                <Icon name="back" size={16} />
                {t('pane.back', { name: names.list })}
              </button>
            )}
            <span className="hy-grow" />
            {aside !== undefined && (
              <button type="button" aria-pressed={showAside} onClick={() => setShowAside(!showAside)}>
                <Icon name={showAside ? 'feedback' : 'person'} size={16} />
                {showAside ? names.main : names.aside}
              </button>
            )}
          </div>
        )}
        {!(isNarrow && showAside) && (
          <section className="hy-pane hy-pane-main" aria-label={names.main}>
            {main}
          </section>
        )}
        {asideShown && (
          <aside
            className={isMiddling ? 'hy-pane hy-pane-aside hy-pane-over' : 'hy-pane hy-pane-aside'}
            aria-label={names.aside}
          >
            {aside}
          </aside>
        )}
      </div>
    </div>
  );
}
