// The rail: the rooms in the order a voice travels, then what keeps the house; what the role may not enter is not shown.
import { Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../ui/go.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useRail } from './use-rail.ts';

const STORED = 'huiyin.rail';

export function Rail() {
  const { t } = useTranslation();
  const { pages, current } = useRail();
  const isMiddling = useNarrow(1280);
  const [slim, setSlim] = useState(() => localStorage.getItem(STORED) === 'slim');
  const isSlim = isMiddling || slim;
  const fold = () => {
    localStorage.setItem(STORED, slim ? 'wide' : 'slim');
    setSlim(!slim);
  };
  const groups = (['loop', 'settings'] as const).map((group) => pages.filter((page) => page.rail.group === group));
  return (
    <nav className={isSlim ? 'hy-rail hy-rail-slim' : 'hy-rail'} aria-label={t('console:rail.label')}>
      <GoLink to="/" className="hy-rail-mark" aria-label={`${t('console:name')} ${t('console:rail.home')}`}>
        <Mark size={24} />
        {!isSlim && <span>{t('console:name')}</span>}
      </GoLink>
      {groups.map(
        (group, index) =>
          group.length > 0 && (
            <ul key={index === 0 ? 'loop' : 'settings'}>
              {group.map((page) => (
                <li key={page.path}>
                  <Tooltip title={isSlim ? t(page.rail.labelKey) : ''} placement="right">
                    <span>
                      <GoLink
                        to={page.path}
                        className={page === current ? 'hy-rail-link hy-rail-here' : 'hy-rail-link'}
                        {...(isSlim ? { 'aria-label': t(page.rail.labelKey) } : {})}
                      >
                        <Icon name={page.rail.icon} size={20} />
                        {!isSlim && <span>{t(page.rail.labelKey)}</span>}
                      </GoLink>
                    </span>
                  </Tooltip>
                </li>
              ))}
            </ul>
          ),
      )}
      {!isMiddling && (
        <button
          type="button"
          className="hy-rail-link hy-rail-fold"
          onClick={fold}
          aria-label={t(slim ? 'console:rail.widen' : 'console:rail.fold')}
        >
          <Icon name="collapse" size={20} style={slim ? { transform: 'scaleX(-1)' } : undefined} />
          {!isSlim && <span>{t('console:rail.fold')}</span>}
        </button>
      )}
    </nav>
  );
}
