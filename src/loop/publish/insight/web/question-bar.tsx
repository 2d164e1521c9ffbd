// The question in one line: what is measured, divided by what, drawn how.
import { Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { CLASSES, INTENTS, SENTIMENTS } from '../../../../text/judge.contract.ts';
import { FilterBar, type FilterField } from '../../../../ui/filter-bar.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import { useThemeNames } from '../../../understand/themes/web/theme-names.part.tsx';
import { GRAINS, MEASURES, type MeasureKey, measureOf } from '../core/catalogue.contract.ts';
import { useKeyNames } from './key-names.ts';
import { type AskedQuestion, dimensionsFor } from './question.ts';

const LISTED: Record<string, readonly string[]> = {
  channel: CHANNELS,
  sentiment: SENTIMENTS,
  class: CLASSES,
  intent: INTENTS,
  rating: ['1', '2', '3', '4', '5', 'none'],
  tier: ['vip', 'standard', 'unknown'],
  priority: ['urgent', 'high', 'medium', 'low', 'none'],
  status: ['new', 'open', 'pending', 'on_hold', 'resolved', 'verified', 'closed'],
};

export function QuestionBar({ question }: { question: AskedQuestion }) {
  const { t } = useTranslation(['insight', 'metrics']);
  const filters = useFilters();
  const sides = dimensionsFor(question.measures);
  const side = (other: string) =>
    sides.filter((key) => key !== other).map((key) => ({ value: key as string, label: t(`dimension.${key}`) }));
  const choose = (measures: MeasureKey[]) => {
    const last = measures.at(-1);
    if (!last) return;
    // Another kind of thing counted starts anew: a table cannot hold both.
    const kept = measures.filter((key) => measureOf(key)?.grain === measureOf(last)?.grain).slice(-6);
    const fit = dimensionsFor(kept) as string[];
    filters.set({
      measures: kept,
      rows:
        question.rows && fit.includes(question.rows) ? question.rows : fit.includes('channel') ? 'channel' : 'month',
      ...(fit.includes(question.columns) ? {} : { columns: undefined }),
      ...Object.fromEntries(
        Object.keys(question.filters).flatMap((key) => (fit.includes(key) ? [] : [[key, undefined]])),
      ),
    });
  };
  return (
    <section className="hy-question" aria-label={t('question.label')}>
      <Field label={t('question.measures')} grow>
        <Select<MeasureKey[]>
          mode="multiple"
          maxTagCount="responsive"
          aria-label={t('question.measures')}
          value={question.measures}
          onChange={choose}
          showSearch={{ optionFilterProp: 'label' }}
          options={GRAINS.map((grain) => ({
            label: t(`grain.${grain}`),
            options: MEASURES.filter((one) => one.grain === grain).map((one) => ({
              value: one.key as MeasureKey,
              label: t(`metrics:${one.key}.name`),
            })),
          }))}
        />
      </Field>
      <Field label={t('question.rows')}>
        <Select
          aria-label={t('question.rows')}
          value={question.rows || 'none'}
          onChange={(rows) => filters.set({ rows, measures: question.measures })}
          options={[{ value: 'none', label: t('question.none') }, ...side(question.columns)]}
          popupMatchSelectWidth={false}
        />
      </Field>
      <Field label={t('question.columns')}>
        <Select
          aria-label={t('question.columns')}
          value={question.columns || 'none'}
          onChange={(columns) =>
            filters.set({
              columns: columns === 'none' ? undefined : columns,
              rows: question.rows || 'none',
              measures: question.measures,
            })
          }
          options={[{ value: 'none', label: t('question.none') }, ...side(question.rows)]}
          popupMatchSelectWidth={false}
        />
      </Field>
      <Field label={t('question.look')}>
        <Segmented
          aria-label={t('question.look')}
          value={question.look}
          options={(['table', 'chart'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
          onChange={(look) => filters.set({ look: look === 'table' ? undefined : look })}
        />
      </Field>
      <span className="hy-question-switch">
        <Switch
          size="small"
          aria-label={t('question.compare')}
          checked={question.compare}
          onChange={(on) => filters.set({ compare: on ? 'previous' : undefined })}
        />
        <span aria-hidden>{t('question.compare')}</span>
      </span>
      <Narrowing question={question} />
    </section>
  );
}

function Narrowing({ question }: { question: AskedQuestion }) {
  const { t } = useTranslation('insight');
  const nameOf = useKeyNames();
  const themes = useThemeNames();
  const known = dimensionsFor(question.measures) as string[];
  const listed = Object.entries(LISTED).filter(([key]) => known.includes(key));
  // What a row was narrowed to has no list of its own: its one value is offered for taking away.
  const others = Object.keys(question.filters).filter((key) => !(key in LISTED) && key !== 'theme');
  const fields: FilterField[] = [
    ...listed.map(([key, values]) => ({
      kind: 'many' as const,
      key,
      label: t(`dimension.${key}`),
      width: 108,
      options: values.map((value) => ({ value, label: nameOf(key, { key: value, label: null }) })),
    })),
    ...(known.includes('theme')
      ? [
          {
            kind: 'many' as const,
            key: 'theme',
            label: t('dimension.theme'),
            width: 108,
            options: themes.themes
              .filter((theme) => theme.parent !== null && theme.enabled && !theme.mergedInto)
              .map((theme) => ({ value: theme.key, label: themes.path(theme.key) })),
          },
        ]
      : []),
    ...others.map((key) => ({
      kind: 'many' as const,
      key,
      label: t(`dimension.${key}`),
      width: 128,
      options: question.filters[key]!.split(',').map((value) => ({
        value,
        label: nameOf(key, { key: value, label: null }),
      })),
    })),
  ];
  return (
    <div className="hy-question-filters">
      <FilterBar fields={fields} />
    </div>
  );
}

function Field({ label, grow = false, children }: { label: string; grow?: boolean; children: React.ReactNode }) {
  return (
    <div className={grow ? 'hy-question-field hy-question-wide' : 'hy-question-field'}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
