// Every product of a show: how long it was on air, what was said, what was bought.
import { useTranslation } from 'react-i18next';
import type { ShowRecord } from '../core/show-record.contract.ts';
import { PlainTable } from './plain-table.tsx';
import { spanOf } from './say-span.ts';
import type { ShowWords } from './use-show-words.ts';

const COLUMNS = [
  'product',
  'air',
  'comments',
  'mood',
  'questions',
  'answered',
  'complaints',
  'orders',
  'gmv',
  'refunds',
];

export function ProductTable({ record, words }: { record: ShowRecord; words: ShowWords }) {
  const { t } = useTranslation('livereport');
  const { currency } = record.figures;
  return (
    <PlainTable
      label={t('products.title')}
      empty={t('products.empty')}
      head={COLUMNS.map((one) => t(`column.${one}`))}
      numeric={[1, 2, 3, 4, 5, 6, 7, 8, 9]}
      rows={record.products.map((one) => ({
        key: one.productId,
        cells: [
          words.product(one.productId),
          spanOf(t, one.airMs),
          words.number(one.comments),
          <Mood key="mood" positive={one.positive} negative={one.negative} />,
          words.number(one.questions),
          one.questions === 0 ? '–' : words.share(one.answered / one.questions),
          words.number(one.complaints),
          words.number(one.orders),
          words.money({ minor: one.gmvMinor, currency }),
          words.money({ minor: one.refundMinor, currency }),
        ],
      }))}
    />
  );
}

function Mood({ positive, negative }: { positive: number; negative: number }) {
  if (positive + negative === 0) return <>–</>;
  const value = (positive - negative) / (positive + negative + 20);
  const tone = value > 0.05 ? 'hy-ink-positive' : value < -0.05 ? 'hy-ink-negative' : '';
  return (
    <span className={tone} title={`+${positive} −${negative}`}>
      {value > 0 ? '+' : value < 0 ? '−' : ''}
      {Math.abs(value).toFixed(2)}
    </span>
  );
}
