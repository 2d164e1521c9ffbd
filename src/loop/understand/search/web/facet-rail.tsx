// What the found feedback is made of, as counts one can click to narrow down.
import { useTranslation } from 'react-i18next';
import { CLASSES, INTENTS, SENTIMENTS } from '../../../../text/judge.contract.ts';
import type { useRead } from '../../../../ui/client/hooks.ts';
import { useFilters } from '../../../../ui/use-filters.ts';
import type { ThemeNames } from '../../themes/web/theme-names.part.tsx';
import type { FeedbackFacets, feedbackFacetsRoute } from '../core/search.contract.ts';
import { countFilters, FILTER_KEYS } from './explorer-filter.ts';
import { FacetGroup, type FacetRow } from './facet-group.tsx';
import { SaidWhen } from './said-when.tsx';

type Facet = FeedbackFacets['channel'];

interface Props {
  facets: ReturnType<typeof useRead<typeof feedbackFacetsRoute>>;
  names: ThemeNames;
}

export function FacetRail({ facets, names }: Props) {
  const { t } = useTranslation(['pageunderstand', 'pagecollect', 'text', 'ui']);
  const filters = useFilters();
  const data = facets.data;
  const rows = (facet: Facet | null | undefined, key: string, nameOf: (value: string) => string): FacetRow[] => {
    const listed = (facet ?? []).map((one) => ({
      value: one.value,
      label: one.label ?? nameOf(one.value),
      count: one.count,
    }));
    const missing = filters.list(key).filter((value) => !listed.some((one) => one.value === value));
    return [...missing.map((value) => ({ value, label: nameOf(value), count: null })), ...listed];
  };
  const inOrder = (found: FacetRow[], order: readonly string[]) =>
    [...found].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  /** Values that are always offered, also where the answer does not count them. */
  const always = (found: FacetRow[], order: readonly string[], nameOf: (value: string) => string) =>
    order.map((value) => found.find((one) => one.value === value) ?? { value, label: nameOf(value), count: null });
  const stars = (value: string) => t('pagecollect:stars', { count: Number(value) });
  const intent = (value: string) => t(`text:intent.${value}`);
  const person = filters.get('person');
  return (
    <div className={facets.isPlaceholderData ? 'hy-facets hy-facets-stale' : 'hy-facets'} aria-busy={facets.isFetching}>
      {(countFilters(filters.values) > 0 || filters.get('q')) && (
        <button type="button" className="hy-facet-clear" onClick={() => filters.clear([...FILTER_KEYS])}>
          {t('pageunderstand:explorer.clear')}
        </button>
      )}
      {person && (
        <FacetGroup
          facet="person"
          title={t('pageunderstand:facet.person')}
          rows={[{ value: person, label: t('pageunderstand:facet.onePerson'), count: data?.total ?? null }]}
        />
      )}
      <SaidWhen days={data?.day ?? []} />
      <FacetGroup
        facet="class"
        title={t('pageunderstand:facet.class')}
        rows={inOrder(
          rows(data?.class, 'class', (value) => t(`ui:sentiment.${value}`)),
          CLASSES,
        )}
      />
      <FacetGroup
        facet="theme"
        title={t('pageunderstand:facet.theme')}
        rows={rows(data?.theme, 'theme', names.name)}
        titleOf={names.path}
        searchable
      />
      <FacetGroup
        facet="product"
        title={t('pageunderstand:facet.product')}
        rows={rows(data?.product, 'product', () => t('pageunderstand:facet.otherProduct'))}
        searchable
      />
      <FacetGroup
        facet="channel"
        title={t('pageunderstand:facet.channel')}
        rows={rows(data?.channel, 'channel', (value) => t(`pagecollect:channel.${value}`))}
      />
      <FacetGroup
        facet="rating"
        title={t('pageunderstand:facet.rating')}
        rows={always(rows(data?.rating, 'rating', stars), ['1', '2', '3', '4', '5'], stars)}
      />
      <FacetGroup
        facet="sentiment"
        title={t('pageunderstand:facet.sentiment')}
        rows={inOrder(
          rows(data?.sentiment, 'sentiment', (value) => t(`text:sentiment.${value}`)),
          SENTIMENTS,
        )}
      />
      <FacetGroup
        facet="intent"
        title={t('pageunderstand:facet.intent')}
        rows={always(rows(data?.intent, 'intent', intent), INTENTS, intent)}
      />
      <FacetGroup
        facet="case"
        title={t('pageunderstand:facet.case')}
        single
        rows={['yes', 'no'].map((value) => ({ value, label: t(`pageunderstand:facet.case_${value}`), count: null }))}
      />
      <FacetGroup
        facet="repeats"
        title={t('pageunderstand:facet.repeats')}
        single
        rows={[{ value: 'hide', label: t('pageunderstand:facet.hideRepeats'), count: null }]}
      />
      {data?.capped && <p className="hy-facet-note">{t('pageunderstand:facet.capped', { count: data.total })}</p>}
    </div>
  );
}
