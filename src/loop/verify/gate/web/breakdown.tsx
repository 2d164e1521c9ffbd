// The same figures by theme, product, team, member or channel, most asked and resolved first.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { NumberDoor, numberText } from '../../../../ui/number-door.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useThemeNames } from '../../../act/cases/web/names.part.tsx';
import type { RatingDimension, RatingSummary } from '../../ratings/core/rating.contract.ts';
import { GATE_DIMENSIONS, type GateSummary } from '../core/gate.contract.ts';
import { decimalText, intervalText, type ShareWords } from './figure-words.ts';

export type Breakdown = RatingDimension;
const ORDER: readonly Breakdown[] = ['theme', 'product', 'team', 'member', 'channel'];
const MOST = 20;

type RatingGroup = RatingSummary['groups'][number];
type GateGroup = GateSummary['groups'][number];

export function BreakdownTable(props: {
  by: Breakdown;
  ratings: RatingSummary;
  gate: GateSummary;
  onBy: (by: Breakdown) => void;
}) {
  const { by, ratings, gate } = props;
  const { t, i18n } = useTranslation('pageverify');
  const { themeName } = useThemeNames();
  const language = i18n.language;
  const hasGate = GATE_DIMENSIONS.some((one) => one === by);
  const rows = merged(ratings.groups, gate.groups).slice(0, MOST);
  const nameOf = (row: { key: string; name: string }) =>
    by === 'theme' ? themeName(row.key) : by === 'channel' ? t(`pagecollect:channel.${row.key}`) : row.name;
  const window = `${ratings.from} – ${ratings.to} (${ratings.timeZone})`;
  const days = { from: ratings.from, to: ratings.to };
  const cell = (share: ShareWords | undefined, formula: string, search: Record<string, string>) => (
    <>
      <NumberDoor
        size="inline"
        form="percent"
        value={share?.share ?? null}
        formula={formula}
        denominator={share ? `${share.count} / ${share.of}` : undefined}
        window={window}
        to="/verify/rows"
        search={{ ...days, ...search }}
      />
      {share && <span className="verify-range">{intervalText(share, language)}</span>}
    </>
  );
  return (
    <Section
      title={t('by.title')}
      sentence={t('by.sentence')}
      flush
      end={
        <Segmented
          size="small"
          aria-label={t('by.label')}
          value={by}
          options={ORDER.map((value) => ({ value, label: t(`by.${value}`) }))}
          onChange={props.onBy}
        />
      }
    >
      {rows.length === 0 ? (
        <p className="verify-none">{t('by.none')}</p>
      ) : (
        <div className="verify-table-box">
          <table className="verify-table">
            <thead>
              <tr>
                <th scope="col">{t(`by.${by}`)}</th>
                <th scope="col">{t('metric.csat')}</th>
                <th scope="col">{t('metric.response')}</th>
                {hasGate && (
                  <>
                    <th scope="col">{t('by.resolved')}</th>
                    <th scope="col">{t('metric.verified')}</th>
                    <th scope="col">{t('metric.disputed')}</th>
                    <th scope="col">{t('by.repeats')}</th>
                    <th scope="col">{t(`by.per_${by === 'product' ? gate.exposureOf : 'feedback'}`)}</th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{nameOf(row)}</th>
                  <td>
                    {cell(row.rating?.csat, t('formula.csat'), { list: 'ratings', state: 'answered', [by]: row.key })}
                  </td>
                  <td>{cell(row.rating?.response, t('formula.response'), { list: 'ratings', [by]: row.key })}</td>
                  {hasGate && (
                    <>
                      <td>{numberText(row.gate?.resolved ?? null, 'plain', language)}</td>
                      <td>{cell(row.gate?.verified, t('formula.verified'), { list: 'verified', [by]: row.key })}</td>
                      <td>{cell(row.gate?.disputed, t('formula.disputed'), { list: 'disputed', [by]: row.key })}</td>
                      <td>
                        {cell(row.gate?.repeats, t('formula.repeats', { days: gate.repeatDays }), {
                          list: 'repeats',
                          [by]: row.key,
                        })}
                      </td>
                      <td className="hy-quiet">{decimalText(row.gate?.perThousand ?? null, language)}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

interface Row {
  key: string;
  name: string;
  rating?: RatingGroup;
  gate?: GateGroup;
}

/** One row a key, in the order of resolutions, then of questions asked. */
function merged(ratings: readonly RatingGroup[], gate: readonly GateGroup[]): Row[] {
  const rows = new Map<string, Row>();
  for (const one of gate) rows.set(one.key, { key: one.key, name: one.name, gate: one });
  for (const one of ratings) {
    const row = rows.get(one.key) ?? { key: one.key, name: one.name };
    rows.set(one.key, { ...row, rating: one });
  }
  return [...rows.values()];
}
