// Stars as a short row of shapes with the number in words, wherever a rating is shown.
import { useTranslation } from 'react-i18next';
import './stars.css';

const STAR = 'M6 .9l1.5 3.2 3.5.5-2.5 2.4.6 3.5L6 8.8l-3.1 1.7.6-3.5L1 4.6l3.5-.5z';

/** @param value 1-5, halves are rounded to the nearer star */
export function Stars({ value }: { value: number }) {
  const { t } = useTranslation('pagecollect');
  const full = Math.round(value);
  const label = t('stars', { count: Math.round(value * 10) / 10 });
  return (
    <span className={`hy-stars hy-stars-${full <= 2 ? 'low' : 'plain'}`} title={label}>
      <svg width="62" height="12" viewBox="0 0 62 12" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((index) => (
          <path
            key={index}
            d={STAR}
            transform={`translate(${index * 12.5} 0)`}
            className={index < full ? 'hy-star-full' : 'hy-star-none'}
          />
        ))}
      </svg>
      <span className="hy-hidden">{label}</span>
    </span>
  );
}
