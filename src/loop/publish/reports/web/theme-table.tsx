// Themes of a report with their share, the share before, and whether they really moved.
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { numberText } from '../../../../ui/number-door.tsx';
import type { ReportFigures } from '../core/report-figures.contract.ts';
import { figureName, valueText } from './figure-doors.tsx';

const SHOWN = 20;

export function ThemeTable({ figures }: { figures: ReportFigures }) {
  const { t, i18n } = useTranslation(['pagereports', 'reports']);
  const shares = figures.figures.filter((figure) => figure.metric === 'themeShare').slice(0, SHOWN);
  if (shares.length === 0) return <p className="hy-quiet">{t('no_lines')}</p>;
  const percent = (value: number | null) => numberText(value, 'percent', i18n.language);
  return (
    <div className="report-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('reports:cell.theme')}</th>
            <th scope="col">{t('reports:cell.share')}</th>
            <th scope="col">{t('reports:cell.previous')}</th>
            <th scope="col">{t('reports:cell.change')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => {
            const change = figures.figures.find((one) => one.key === `themeChange:${share.item}`);
            return (
              <tr key={share.key}>
                <td>
                  <GoLink to={share.rows!.to} search={share.rows!.search} className="hy-link">
                    {figureName(t, figures, share, i18n.language)}
                  </GoLink>
                  {share.hidden && <span className="report-hidden">{t('hidden.tag')}</span>}
                </td>
                <td>{`${percent(share.value)} (${percent(share.low)} – ${percent(share.high)})`}</td>
                <td>{percent(share.previous)}</td>
                <td>
                  {change && change.value !== null && change.direction
                    ? `${t(`direction.${change.direction}`)} · ${valueText(t, i18n.language, 'change', change.value)}`
                    : '–'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
