// On a phone the first four rooms are under the thumb; the rest is one touch away.
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../ui/go.tsx';
import { Icon } from '../../ui/icons.tsx';
import { type RailPage, useRail } from './use-rail.ts';
import './rail.css';

export function BottomBar() {
  const { t } = useTranslation(['console', 'ui']);
  const { pages, current, parts, settings } = useRail();
  const [open, setOpen] = useState(false);
  const near = pages.slice(0, 4);
  const isFar = current !== undefined && !near.includes(current);
  const listed = (rooms: readonly RailPage[]) => (
    <ul>
      {rooms.map((page) => (
        <li key={page.path}>
          <GoLink
            to={page.path}
            className={page === current ? 'hy-rail-link hy-rail-here' : 'hy-rail-link'}
            onClick={() => setOpen(false)}
          >
            <Icon name={page.rail.icon} size={20} />
            <span>{t(page.rail.labelKey)}</span>
          </GoLink>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <nav className="hy-bottom" aria-label={t('console:rail.label')}>
        {near.map((page) => (
          <GoLink key={page.path} to={page.path} className={page === current ? 'hy-bottom-here' : ''}>
            <Icon name={page.rail.icon} size={22} />
            <span>{t(page.rail.labelKey)}</span>
          </GoLink>
        ))}
        {pages.length > 4 && (
          <button type="button" className={isFar ? 'hy-bottom-here' : ''} onClick={() => setOpen(true)}>
            <Icon name="menu" size={22} />
            <span>{t('console:rail.more')}</span>
          </button>
        )}
      </nav>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={t('console:rail.all')}>
        <div className="hy-all-rooms">
          {parts.map(({ part, pages: rooms }) => (
            <section key={part}>
              {part !== 'desk' && (
                <h2 style={{ color: `var(--stage-${part}, var(--accent))` }}>
                  <i aria-hidden />
                  {t(`ui:stage.${part}`)}
                </h2>
              )}
              {listed(rooms)}
            </section>
          ))}
          {settings.length > 0 && (
            <section>
              <h2 className="hy-quiet">{t('console:rail.settings')}</h2>
              {listed(settings)}
            </section>
          )}
        </div>
      </Drawer>
    </>
  );
}
