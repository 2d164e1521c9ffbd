// The open cases in one line: how many, whose, which clock has run out; each number opens the inbox there.
import { useTranslation } from 'react-i18next';
import { queryOfFilter } from '../../../loop/act/cases/core/case-filter.contract.ts';
import { listViewsRoute } from '../../../loop/act/cases/core/case-views.contract.ts';
import { useRead } from '../../../ui/client/hooks.ts';
import { NumberDoor } from '../../../ui/number-door.tsx';
import './case-strip.css';

const SHOWN = ['late', 'urgent', 'unassigned', 'mine', 'open', 'waiting'];

export function CaseStrip() {
  const { t, i18n } = useTranslation('pageoverview');
  const read = useRead(listViewsRoute, {}, { on: ['case.*', 'clock.*'] });
  const views = SHOWN.flatMap((id) => read.data?.items.find((view) => view.builtIn && view.id === id) ?? []);
  if (views.length === 0) return null;
  const whole = new Intl.NumberFormat(i18n.language);
  return (
    <section className="hy-case-strip" aria-label={t('cases.label')}>
      <h2>{t('cases.label')}</h2>
      {views.map((view) => (
        <span key={view.id}>
          <span className="hy-quiet">{t(`cases.${view.id}`)}</span>
          <NumberDoor
            size="inline"
            value={view.count}
            text={`${whole.format(view.count)}${view.more ? '+' : ''}`}
            formula={t(`cases.${view.id}Formula`)}
            to="/cases"
            search={queryOfFilter(view.filter)}
            tone={view.id === 'late' && view.count > 0 ? 'negative' : 'plain'}
          />
        </span>
      ))}
    </section>
  );
}
