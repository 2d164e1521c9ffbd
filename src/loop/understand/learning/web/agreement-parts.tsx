// Agreement in its parts: week by week, what was taken for what, by channel and product, and where the doubt bar lies.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SENTIMENTS } from '../../../../text/judge.contract.ts';
import { Chart } from '../../../../ui/chart.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { numberText } from '../../../../ui/number-door.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { AccuracyView, ShareView } from '../core/accuracy.contract.ts';
import { intervalText } from './interval-text.ts';

/** A row with so few checks is shown without its share. */
const FEW = 5;

export function AgreementParts({ view }: { view: AccuracyView }) {
  const { t } = useTranslation(['accuracy', 'pagecollect']);
  return (
    <>
      <div className="hy-accuracy-two">
        <Weeks view={view} />
        <Curve view={view} />
      </div>
      <div className="hy-accuracy-two">
        <Confusion view={view} />
        <OtherLabels view={view} />
      </div>
      <div className="hy-accuracy-two">
        <Shares
          title={t('accuracy:channels')}
          rows={view.channels.map((row) => ({
            key: row.channel,
            name: t(`pagecollect:channel.${row.channel}`),
            share: row.checked,
          }))}
        />
        <Shares
          title={t('accuracy:products')}
          rows={view.products.map((row) => ({
            key: row.id,
            name: (
              <GoLink to="/feedback" search={{ product: row.id }}>
                {row.name || '–'}
              </GoLink>
            ),
            share: row.checked,
          }))}
        />
      </div>
    </>
  );
}

function Weeks({ view }: { view: AccuracyView }) {
  const { t, i18n } = useTranslation('accuracy');
  const percent = (value: number) => numberText(value, 'percent', i18n.language);
  const series = (key: 'sample' | 'checked') => ({
    name: t(`share.${key}`),
    values: view.weeks.map((week) => (week[key].of < FEW ? null : week[key].share)),
    low: view.weeks.map((week) => (week[key].of < FEW ? null : week[key].low)),
    high: view.weeks.map((week) => (week[key].of < FEW ? null : week[key].high)),
  });
  const isShown = view.weeks.some((week) => week.checked.of >= FEW);
  return (
    <Section title={t('weeks')} sentence={t('weeksSentence')}>
      {isShown ? (
        <Chart
          kind="line"
          title={t('weeks')}
          labels={view.weeks.map((week) => week.week.slice(5))}
          max={1}
          format={percent}
          series={[
            { ...series('checked'), tone: 'neutral' },
            { ...series('sample'), tone: 'understand' },
          ]}
        />
      ) : (
        <p className="hy-quiet">{t('fewWeeks')}</p>
      )}
    </Section>
  );
}

function Curve({ view }: { view: AccuracyView }) {
  const { t, i18n } = useTranslation('accuracy');
  const percent = (value: number) => numberText(value, 'percent', i18n.language);
  const { bar } = view;
  return (
    <Section title={t('curve')} sentence={t('curveSentence')}>
      {view.curve.length === 0 || view.sample.of < FEW ? (
        <p className="hy-quiet">{t('noSample')}</p>
      ) : (
        <>
          <Chart
            kind="line"
            title={t('curve')}
            labels={view.curve.map((point) => percent(point.coverage))}
            max={1}
            format={percent}
            series={[
              {
                name: t('precision'),
                tone: 'understand',
                values: view.curve.map((point) => point.precision.share),
                low: view.curve.map((point) => point.precision.low),
                high: view.curve.map((point) => point.precision.high),
              },
            ]}
          />
          {bar.coverage !== null && (
            <p className="hy-quiet hy-accuracy-caption">
              {t('bar', { coverage: percent(bar.coverage), precision: percent(bar.precision.share ?? 0) })}{' '}
              {intervalText(t, bar.precision, i18n.language)}
            </p>
          )}
        </>
      )}
    </Section>
  );
}

function Confusion({ view }: { view: AccuracyView }) {
  const { t, i18n } = useTranslation(['accuracy', 'text']);
  const whole = new Intl.NumberFormat(i18n.language);
  const rows = view.confusion.filter((row) => row.label === 'sentiment');
  const count = (from: string, to: string) => rows.find((row) => row.from === from && row.to === to)?.count ?? 0;
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <Section title={t('accuracy:confusion')} sentence={t('accuracy:confusionSentence')} flush>
      <div className="hy-accuracy-box">
        <table className="hy-accuracy-table">
          <thead>
            <tr>
              <th scope="col">{t('accuracy:engineSaid')}</th>
              {SENTIMENTS.map((one) => (
                <th key={one} scope="col">
                  {t(`text:sentiment.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SENTIMENTS.map((from) => (
              <tr key={from}>
                <th scope="row">{t(`text:sentiment.${from}`)}</th>
                {SENTIMENTS.map((to) => {
                  const n = count(from, to);
                  const share = Math.round((n / most) * 40);
                  const tone = from === to ? 'positive' : 'negative';
                  return (
                    <td
                      key={to}
                      className={from === to ? 'hy-accuracy-right' : undefined}
                      style={
                        n > 0
                          ? { background: `color-mix(in srgb, var(--${tone}-soft) ${40 + share}%, transparent)` }
                          : undefined
                      }
                    >
                      {n === 0 ? <span className="hy-faint">0</span> : whole.format(n)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function OtherLabels({ view }: { view: AccuracyView }) {
  const { t, i18n } = useTranslation(['accuracy', 'pageunderstand', 'text', 'ui']);
  const whole = new Intl.NumberFormat(i18n.language);
  const value = (label: string, one: string) => {
    if (label === 'class') return t(`ui:sentiment.${one}`);
    if (label === 'spam') return t(`pageunderstand:label.spam_${one === 'true' ? 'yes' : 'no'}`);
    return one === 'none' ? t('text:urgencyLevel.none') : t(`text:urgency.${one}`);
  };
  const moved = view.confusion.filter((row) => row.label !== 'sentiment' && row.from !== row.to);
  const changed = view.changed.filter((row) => row.count > 0);
  return (
    <Section title={t('accuracy:others')} sentence={t('accuracy:othersSentence')} flush>
      {moved.length + changed.length === 0 ? (
        <p className="hy-accuracy-none">{t('accuracy:noOthers')}</p>
      ) : (
        <ul className="hy-accuracy-moves">
          {moved.slice(0, 10).map((row) => (
            <li key={`${row.label}${row.from}${row.to}`}>
              <span>
                {t(`pageunderstand:label.${row.label}`)}{' '}
                <span className="hy-quiet">
                  {value(row.label, row.from)} → {value(row.label, row.to)}
                </span>
              </span>
              <span className="hy-figure">{whole.format(row.count)}</span>
            </li>
          ))}
          {changed.map((row) => (
            <li key={row.label}>
              <span>
                {t(`pageunderstand:label.${row.label}`)} <span className="hy-quiet">{t('accuracy:changed')}</span>
              </span>
              <span className="hy-figure">{whole.format(row.count)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Shares(props: { title: string; rows: readonly { key: string; name: ReactNode; share: ShareView }[] }) {
  const { t, i18n } = useTranslation('accuracy');
  return (
    <Section title={props.title} sentence={t('partsSentence')} flush>
      {props.rows.length === 0 ? (
        <p className="hy-accuracy-none">{t('noParts')}</p>
      ) : (
        <ul className="hy-accuracy-moves">
          {props.rows.map(({ key, name, share }) => (
            <li key={key}>
              <span className="hy-one-line">{name}</span>
              <span className="hy-accuracy-share">
                <span className="hy-figure">
                  {share.of < FEW ? '–' : numberText(share.share, 'percent', i18n.language)}
                </span>
                <small className="hy-faint">{intervalText(t, share, i18n.language)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
