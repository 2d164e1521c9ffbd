// Orders, people and the funnel: the last five minutes beside the five before, the show so far, and the room's own history.

import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import type { RoomFigures } from '../../analysis/core/analysis.contract.ts';
import type { HistoryFigure } from '../core/desk.contract.ts';
import { percentileIn } from '../core/windows.ts';
import { changeText, clockText, countText } from './say.ts';
import { useDesk } from './use-desk.tsx';

type Key = keyof RoomFigures;
interface Row {
  key: Key;
  kind?: 'money' | 'span' | 'level';
  history?: HistoryFigure;
  /** More of it is no good news. */
  isTrouble?: boolean;
}

const ROWS: readonly Row[] = [
  { key: 'gmvMinor', kind: 'money', history: 'gmvMinor' },
  { key: 'paid', history: 'orders' },
  { key: 'online', kind: 'level' },
  { key: 'comments', history: 'comments' },
  { key: 'commenters', history: 'commenters' },
  { key: 'buyIntent' },
  { key: 'questions' },
  { key: 'answered' },
  { key: 'answerMs', kind: 'span', isTrouble: true },
  { key: 'complainers', isTrouble: true },
  { key: 'follows', history: 'follows' },
];
const TWO_WINDOWS_MS = 10 * 60_000;
const FUNNEL = ['views', 'impressions', 'clicks', 'carts', 'orders', 'paid'] as const;

export function Figures() {
  const { t, i18n } = useTranslation(['livedesk', 'liveterms']);
  const figures = useDesk('figures');
  const history = useDesk('history');
  const startedAt = useDesk('startedAt');
  const newest = useDesk('buckets').at(-1)?.at ?? 0;
  if (!figures) return null;
  const language = i18n.language;
  // Before there are five minutes to compare with, any change would be one from almost nothing.
  const isComparable = startedAt !== null && newest - startedAt >= TWO_WINDOWS_MS;
  const text = (row: Row, of: RoomFigures) => {
    const value = of[row.key] as number | null;
    if (value === null) return '–';
    if (row.kind === 'money') return moneyText({ minor: value, currency: of.currency }, language, { isShort: true });
    return row.kind === 'span' ? clockText(value) : countText(value, language);
  };
  return (
    <section className="ld-figures" aria-label={t('livedesk:figures.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('livedesk:figures.title')}</th>
            <th scope="col" title={t('livedesk:figures.last_why')}>
              {t('livedesk:figures.last')}
            </th>
            <th scope="col" title={t('livedesk:figures.change_why')}>
              {t('livedesk:figures.change')}
            </th>
            <th
              scope="col"
              title={t(history ? 'livedesk:figures.history_why' : 'livedesk:figures.no_history', {
                count: history?.windows ?? 0,
              })}
            >
              {t('livedesk:figures.history')}
            </th>
            <th scope="col">{t('livedesk:figures.session')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => {
            const last = figures.last[row.key] as number | null;
            const previous = figures.previous[row.key] as number | null;
            const change =
              isComparable && last !== null && previous !== null ? changeText(last, previous, language) : '';
            const tone = change.startsWith('+')
              ? row.isTrouble
                ? 'bad'
                : 'good'
              : /^[-−]/.test(change) && !row.isTrouble
                ? 'bad'
                : '';
            return (
              <tr key={row.key}>
                <th scope="row">
                  <Definition name={row.key} />
                </th>
                <td>{text(row, figures.last)}</td>
                <td className={tone && `ld-change-${tone}`}>{change}</td>
                <td>
                  <Rank value={row.history && last !== null ? percentileIn(history, row.history, last) : null} />
                </td>
                <td>{text(row, figures.session)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Funnel of={figures.session} />
    </section>
  );
}

/** The name of a figure; hover and focus tell how it is counted. */
function Definition({ name }: { name: string }) {
  const { t } = useTranslation('liveterms');
  return (
    <Popover
      content={<div className="ld-definition">{t(`figure.${name}.definition`)}</div>}
      trigger={['hover', 'focus']}
      mouseEnterDelay={0.25}
      placement="left"
    >
      <button type="button" className="ld-term">
        {t(`figure.${name}.name`)}
      </button>
    </Popover>
  );
}

/** Where these five minutes stand among those of earlier shows. */
function Rank({ value }: { value: number | null }) {
  const { t } = useTranslation('livedesk');
  if (value === null) return <span className="ld-faint">–</span>;
  const percent = Math.round(value * 100);
  return (
    <span
      className="ld-rank"
      role="img"
      aria-label={t('figures.rank', { percent })}
      title={t('figures.rank', { percent })}
    >
      <i style={{ width: `${percent}%` }} />
    </span>
  );
}

/** From seen to paid; what the sources do not give is named as missing, not drawn as nothing. */
function Funnel({ of }: { of: RoomFigures }) {
  const { t, i18n } = useTranslation(['livedesk', 'liveterms']);
  const steps = FUNNEL.map((key) => ({ key, value: of[key] as number | null }));
  const known = steps.filter((step): step is { key: (typeof FUNNEL)[number]; value: number } => step.value !== null);
  const most = Math.max(1, ...known.map((step) => step.value));
  const missing = steps.filter((step) => step.value === null);
  const without = t('livedesk:figures.missing', {
    names: missing.map((step) => t(`liveterms:figure.${step.key}.name`)).join(t('livedesk:figures.comma')),
  });
  return (
    <div className="ld-funnel">
      <h3>{t('livedesk:figures.funnel')}</h3>
      <ol>
        {known.map((step, at) => {
          const before = known[at - 1]?.value ?? 0;
          return (
            <li key={step.key}>
              <Definition name={step.key} />
              <span className="ld-funnel-bar">
                <i style={{ width: `${(step.value / most) * 100}%` }} />
              </span>
              <b>{countText(step.value, i18n.language)}</b>
              <span className="ld-faint">
                {before > 0
                  ? new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(
                      step.value / before,
                    )
                  : ''}
              </span>
            </li>
          );
        })}
      </ol>
      {missing.length > 0 && (
        <p className="ld-faint" title={without}>
          {without}
        </p>
      )}
    </div>
  );
}
