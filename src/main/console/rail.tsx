// The rail: the desk on top, then the rooms under the stage of the loop they belong to, then what keeps the house, folded away.
import { Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../ui/go.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { type RailPage, useRail } from './use-rail.ts';
import './rail.css';

const STORED = 'huiyin.rail';
const SETTINGS = 'huiyin.rail.settings';

export function Rail() {
  const { t } = useTranslation(['console', 'ui']);
  const { parts, settings, current } = useRail();
  const isMiddling = useNarrow(1280);
  const [slim, setSlim] = useState(() => localStorage.getItem(STORED) === 'slim');
  const [open, setOpen] = useState(() => localStorage.getItem(SETTINGS) === 'open');
  const isSlim = isMiddling || slim;
  const isInside = current?.rail.group === 'settings';
  const fold = () => {
    localStorage.setItem(STORED, slim ? 'wide' : 'slim');
    setSlim(!slim);
  };
  const toggle = () => {
    localStorage.setItem(SETTINGS, open ? 'closed' : 'open');
    setOpen(!open);
  };
  return (
    <nav className={isSlim ? 'hy-rail hy-rail-slim' : 'hy-rail'} aria-label={t('console:rail.label')}>
      <GoLink to="/" className="hy-rail-mark" aria-label={`${t('console:name')} ${t('console:rail.home')}`}>
        <Mark size={24} />
        {!isSlim && <span>{t('console:name')}</span>}
      </GoLink>
      <div className="hy-rail-rooms">
        {parts.map(({ part, pages }) => (
          <section key={part} {...(part === 'desk' ? {} : { 'aria-label': t(`ui:stage.${part}`) })}>
            {part !== 'desk' && (
              <p style={{ color: `var(--stage-${part}, var(--accent))` }} aria-hidden>
                <i />
                {!isSlim && t(`ui:stage.${part}`)}
              </p>
            )}
            <Rooms pages={pages} current={current} isSlim={isSlim} />
          </section>
        ))}
        {settings.length > 0 && (
          <section className="hy-rail-settings">
            <Tooltip title={isSlim ? t('console:rail.settings') : ''} placement="right">
              <button
                type="button"
                className="hy-rail-link"
                aria-expanded={open || isInside}
                onClick={toggle}
                disabled={isInside}
                {...(isSlim ? { 'aria-label': t('console:rail.settings') } : {})}
              >
                <Icon name="settings" size={18} />
                {!isSlim && <span>{t('console:rail.settings')}</span>}
                {!isSlim && !isInside && (
                  <Icon name="down" size={14} style={open ? { transform: 'scaleY(-1)' } : undefined} />
                )}
              </button>
            </Tooltip>
            {(open || isInside) && <Rooms pages={settings} current={current} isSlim={isSlim} />}
          </section>
        )}
      </div>
      {!isMiddling && (
        <button
          type="button"
          className="hy-rail-link hy-rail-fold"
          onClick={fold}
          aria-label={t(slim ? 'console:rail.widen' : 'console:rail.fold')}
        >
          <Icon name="collapse" size={18} style={slim ? { transform: 'scaleX(-1)' } : undefined} />
          {!isSlim && <span>{t('console:rail.fold')}</span>}
        </button>
      )}
    </nav>
  );
}

function Rooms({
  pages,
  current,
  isSlim,
}: {
  pages: readonly RailPage[];
  current: RailPage | undefined;
  isSlim: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul>
      {pages.map((page) => (
        <li key={page.path} ref={page === current ? intoSight : null}>
          <Tooltip title={isSlim ? t(page.rail.labelKey) : ''} placement="right">
            <span>
              <GoLink
                to={page.path}
                className={page === current ? 'hy-rail-link hy-rail-here' : 'hy-rail-link'}
                {...(isSlim ? { 'aria-label': t(page.rail.labelKey) } : {})}
              >
                <Icon name={page.rail.icon} size={18} />
                {!isSlim && <span>{t(page.rail.labelKey)}</span>}
              </GoLink>
            </span>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

/** Where the rail is longer than the window, the room one is in is seen all the same. */
const intoSight = (row: HTMLLIElement | null) => row?.scrollIntoView({ block: 'nearest' });
