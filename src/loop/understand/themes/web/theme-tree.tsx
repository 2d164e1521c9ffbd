// Two levels of themes as one table: name, how often, how that changed, how much of it is negative.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { NumberDoor } from '../../../../ui/number-door.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import type { ThemeView } from '../core/theme.contract.ts';
import { branchesOf } from './theme-tree-rows.ts';

interface Props {
  items: readonly ThemeView[];
  text: string;
  from: string;
  to: string;
  isStale: boolean;
  onOpen: (theme: ThemeView) => void;
  /** given to those who may add a leaf below an upper theme */
  onAdd?: (parent: string) => void;
  none: ReactNode;
}

export function ThemeTree({ items, text, from, to, isStale, onOpen, onAdd, none }: Props) {
  const { t, i18n } = useTranslation('pageunderstand');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const branches = branchesOf(items, text);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const toggle = (key: string) =>
    setFolded((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  if (branches.length === 0) return none;
  const row = (theme: ThemeView) => <Figures theme={theme} from={from} to={to} />;
  return (
    <div className={isStale ? 'hy-theme-box hy-theme-stale' : 'hy-theme-box'}>
      <table className="hy-theme-tree">
        <thead>
          <tr>
            <th scope="col">{t('themes.title')}</th>
            <th scope="col">{t('themes.count')}</th>
            <th scope="col">{t('themes.change')}</th>
            <th scope="col">{t('themes.share')}</th>
          </tr>
        </thead>
        {branches.map(({ parent, leaves }) => {
          const isOpen = !folded.has(parent.key) || text.trim() !== '';
          return (
            <tbody key={parent.key}>
              <tr className="hy-theme-upper">
                <th scope="rowgroup">
                  <span className="hy-row-line">
                    <button
                      type="button"
                      className="hy-theme-fold"
                      aria-expanded={isOpen}
                      aria-label={t(isOpen ? 'themes.fold' : 'themes.unfold', { name: parent[language] })}
                      onClick={() => toggle(parent.key)}
                    >
                      <Icon name={isOpen ? 'down' : 'forward'} size={14} />
                    </button>
                    <Name theme={parent} items={items} onOpen={onOpen} />
                    <span className="hy-grow" />
                    {onAdd && (
                      <button
                        type="button"
                        className="hy-theme-fold hy-theme-add"
                        aria-label={t('themes.addTo', { name: parent[language] })}
                        title={t('themes.addTo', { name: parent[language] })}
                        onClick={() => onAdd(parent.key)}
                      >
                        <Icon name="plus" size={14} />
                      </button>
                    )}
                  </span>
                </th>
                {row(parent)}
              </tr>
              {isOpen &&
                leaves.map((leaf) => (
                  <tr key={leaf.key} className={leaf.enabled && !leaf.mergedInto ? undefined : 'hy-theme-off'}>
                    <th scope="row">
                      <span className="hy-row-line">
                        <Name theme={leaf} items={items} onOpen={onOpen} />
                      </span>
                    </th>
                    {row(leaf)}
                  </tr>
                ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function Name(props: { theme: ThemeView; items: readonly ThemeView[]; onOpen: (theme: ThemeView) => void }) {
  const { t, i18n } = useTranslation('pageunderstand');
  const { theme } = props;
  const [mine, other] = i18n.language === 'en' ? [theme.en, theme.zh] : [theme.zh, theme.en];
  const into = props.items.find((one) => one.key === theme.mergedInto);
  return (
    <>
      <button type="button" className="hy-theme-name" onClick={() => props.onOpen(theme)}>
        {mine}
      </button>
      <span className="hy-faint hy-one-line hy-theme-other">{other}</span>
      {theme.own && <PlainTag>{t('themes.own')}</PlainTag>}
      {!theme.enabled && <PlainTag>{t('themes.off')}</PlainTag>}
      {into && <PlainTag>{t('themes.mergedInto', { name: i18n.language === 'en' ? into.en : into.zh })}</PlainTag>}
    </>
  );
}

function Figures({ theme, from, to }: { theme: ThemeView; from: string; to: string }) {
  const { t, i18n } = useTranslation('pageunderstand');
  const counts = theme.counts;
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  const search = { theme: theme.key, saidFrom: from, saidTo: to };
  const window = `${from} – ${to}`;
  if (!counts || (counts.count === 0 && counts.previous === 0))
    return (
      <>
        <td className="hy-faint">{theme.parent !== null && '–'}</td>
        <td />
        <td />
      </>
    );
  const change = counts.count - counts.previous;
  return (
    <>
      <td>
        <NumberDoor
          value={counts.count}
          size="inline"
          formula={t('themes.countFormula')}
          window={window}
          to="/feedback"
          search={search}
        />
      </td>
      <td className={change === 0 ? 'hy-faint' : undefined}>
        <NumberDoor
          value={change}
          text={`${change > 0 ? '↑' : change < 0 ? '↓' : ''}${signed.format(change).replace(/^[+-]/, '')}`}
          size="inline"
          formula={t('themes.changeFormula')}
          denominator={String(counts.previous)}
          window={window}
        />
      </td>
      <td>
        {counts.count > 0 && (
          <span className="hy-theme-share">
            <i aria-hidden>
              <b style={{ width: `${(counts.negative / counts.count) * 100}%` }} />
            </i>
            <NumberDoor
              value={counts.negative / counts.count}
              form="percent"
              size="inline"
              formula={t('themes.shareFormula')}
              denominator={String(counts.count)}
              window={window}
              to="/feedback"
              search={{ ...search, sentiment: 'negative' }}
            />
          </span>
        )}
      </td>
    </>
  );
}
