// The metric dictionary: every number of every screen, how it is made, what to beware of, and what it is just now.
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { type MeasureUnit, measureOf } from '../core/catalogue.contract.ts';
import { listMetricsRoute } from '../core/dictionary.contract.ts';
import { STAGES } from '../core/funnel.contract.ts';
import { measureText } from './measure-text.part.tsx';
import './insight.css';

type Entry = NonNullable<ReturnType<typeof useRead<typeof listMetricsRoute>>['data']>['items'][number];

export function DictionaryPage() {
  const { t } = useTranslation(['insight', 'metrics', 'ui']);
  const filters = useFilters();
  const read = useRead(listMetricsRoute);
  const [words, setWords] = useState('');
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  const wanted = words.trim().toLowerCase();
  const items = (read.data?.items ?? []).filter((item) =>
    ['name', 'formula'].some((field) => t(`metrics:${item.key}.${field}`).toLowerCase().includes(wanted)),
  );
  return (
    <>
      <PageHeader
        back={{ to: '/insight', label: t('dictionary.back') }}
        title={t('dictionary.title')}
        sentence={t('dictionary.sentence')}
        action={
          <Input
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            aria-label={t('dictionary.search')}
            placeholder={t('dictionary.search')}
            prefix={<Icon name="search" size={16} />}
          />
        }
      />
      <PageBody>
        {!read.data ? (
          <RowsSkeleton rows={10} />
        ) : items.length === 0 ? (
          <EmptyPlace mood="search" title={t('dictionary.none')} text={t('dictionary.noneText')} />
        ) : (
          <div className="hy-dictionary">
            {STAGES.filter((stage) => items.some((item) => item.stage === stage)).map((stage) => (
              <section key={stage} aria-label={t(`ui:stage.${stage}`)}>
                <h2 style={{ color: `var(--stage-${stage})` }}>
                  <i aria-hidden />
                  {t(`ui:stage.${stage}`)}
                </h2>
                {items
                  .filter((item) => item.stage === stage)
                  .map((item) => (
                    <One key={item.key} item={item} isWanted={filters.get('metric') === item.key} />
                  ))}
              </section>
            ))}
          </div>
        )}
      </PageBody>
    </>
  );
}

function One({ item, isWanted }: { item: Entry; isWanted: boolean }) {
  const { t, i18n } = useTranslation(['insight', 'metrics']);
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isWanted || !place.current) return;
    place.current.open = true;
    place.current.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  const unit = item.unit as MeasureUnit;
  const write = (value: number | null) => measureText(value, unit, i18n.language, t);
  const { example } = item;
  const fields = ['formula', 'numerator', 'denominator', 'filter', 'window', 'caveat'] as const;
  return (
    <details ref={place} className={isWanted ? 'hy-metric hy-metric-wanted' : 'hy-metric'}>
      <summary>
        <Icon name="forward" size={14} />
        <strong>{t(`metrics:${item.key}.name`)}</strong>
        <span className="hy-quiet hy-one-line">{t(`metrics:${item.key}.formula`)}</span>
        <span className="hy-figure">
          {example && example.value !== null ? write(example.value) : <span className="hy-faint">–</span>}
        </span>
      </summary>
      <dl>
        {fields.map((field) => {
          const words = t(`metrics:${item.key}.${field}`);
          return (
            words !== '–' && (
              <div key={field}>
                <dt>{t(`dictionary.${field}`)}</dt>
                <dd>{words}</dd>
              </div>
            )
          );
        })}
        <div>
          <dt>{t('dictionary.example')}</dt>
          <dd className="hy-figure">
            {example && example.value !== null ? (
              <>
                {write(example.value)}
                {example.numerator !== null && example.denominator !== null && (
                  <span className="hy-quiet">
                    {' = '}
                    {t('dictionary.exampleParts', {
                      numerator: measureText(example.numerator, 'count', i18n.language, t),
                      denominator: measureText(example.denominator, 'count', i18n.language, t),
                    })}
                  </span>
                )}
                {example.low !== null && example.high !== null && (
                  <span className="hy-faint"> ({`${write(example.low)} – ${write(example.high)}`})</span>
                )}
              </>
            ) : (
              <span className="hy-faint">{t('dictionary.noExample')}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('dictionary.source')}</dt>
          <dd>
            <code>{item.sources.join(', ')}</code>
          </dd>
        </div>
        <div>
          <dt>{t('dictionary.by')}</dt>
          <dd>
            <code>{item.by}</code>
          </dd>
        </div>
        <div>
          <dt>{t('dictionary.shownAt')}</dt>
          <dd>
            {item.shownAt.map((path, index) => (
              <span key={path}>
                {index > 0 && ' · '}
                <GoLink to={path} className="hy-link">
                  {t(`dictionary.place.${path === '/' ? 'overview' : path.slice(1)}`)}
                </GoLink>
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <p className="hy-metric-doors">
        <GoLink to={item.rows.to} {...(item.rows.search ? { search: item.rows.search } : {})} className="hy-link">
          {t('dictionary.rows')}
        </GoLink>
        {measureOf(item.key) && (
          <GoLink
            to="/insight"
            search={{ measures: item.key, rows: 'week', look: 'chart', days: '90' }}
            className="hy-link"
          >
            {t('dictionary.explore')}
          </GoLink>
        )}
      </p>
    </details>
  );
}
