// Every number is a door: hover tells how it was counted, a click shows the rows behind it.
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GoLink, type Search } from './go.tsx';
import './number-door.css';

export interface NumberDoorProps {
  /** null is drawn as "–" and means unknown, which is not zero */
  value: number | null;
  label?: ReactNode;
  /** `percent` takes 0–1; `plain` an integer or decimal; give `text` for anything else */
  form?: 'plain' | 'percent';
  /** finished text in place of the formatted value */
  text?: string;
  /** small words after the number */
  unit?: string;
  /** how it is counted, in words; taken from the dictionary where `metric` is given */
  formula?: string;
  /** its entry in the metric dictionary: formula, denominator and window come from there, and a way to the entry is offered */
  metric?: string;
  /** what it is a part of, for example "of 1,204 judged" */
  denominator?: string;
  /** from when to when */
  window?: string;
  /** its 95 % interval, in words */
  interval?: string;
  /** where its rows are */
  to?: string;
  search?: Search;
  /** `figure` large with its label, `inline` in running text */
  size?: 'figure' | 'inline';
  tone?: 'plain' | 'negative' | 'positive' | 'warning';
  /** a second, quiet line under a figure */
  note?: ReactNode;
}

/** Formats a number for people: thousands apart, at most one decimal, percent with one. */
export function numberText(value: number | null, form: 'plain' | 'percent', language: string): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return form === 'percent'
    ? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

export function NumberDoor(props: NumberDoorProps) {
  const { t, i18n } = useTranslation(['ui', 'metrics']);
  const size = props.size ?? 'figure';
  const entry = (field: string) => {
    const words = props.metric ? t(`metrics:${props.metric}.${field}`, { defaultValue: '' }) : '';
    return words && words !== '–' ? words : undefined;
  };
  const text = props.text ?? numberText(props.value, props.form ?? 'plain', i18n.language);
  const rows: [string, string | undefined][] = [
    [t('ui:door.formula'), props.formula ?? entry('formula')],
    [t('ui:door.denominator'), props.denominator ?? entry('denominator')],
    [t('ui:door.interval'), props.interval],
    [t('ui:door.window'), props.window ?? entry('window')],
  ];
  const sheet = (
    <div className="hy-door-sheet">
      <dl>
        {rows.map(
          ([term, words]) =>
            words && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
      {props.to && <p>{t('ui:door.open')}</p>}
      {props.metric && (
        <p>
          <GoLink to="/insight/dictionary" search={{ metric: props.metric }} className="hy-link">
            {t('ui:door.dictionary')}
          </GoLink>
        </p>
      )}
    </div>
  );
  const face = (
    <>
      <span className="hy-door-number">{text}</span>
      {props.unit && <span className="hy-door-unit">{props.unit}</span>}
    </>
  );
  const className = `hy-door hy-door-${size} hy-door-${props.tone ?? 'plain'}`;
  return (
    <span className={className}>
      {props.label && <span className="hy-door-label">{props.label}</span>}
      <Popover content={sheet} mouseEnterDelay={0.25} trigger={['hover', 'focus']} placement="bottomLeft">
        {props.to ? (
          <GoLink to={props.to} {...(props.search ? { search: props.search } : {})} className="hy-door-face">
            {face}
          </GoLink>
        ) : (
          <button type="button" className="hy-door-face">
            {face}
          </button>
        )}
      </Popover>
      {props.note && <span className="hy-door-note">{props.note}</span>}
    </span>
  );
}

/** Figures side by side on one hairline strip. */
export function FigureStrip({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section className="hy-figures" aria-label={label}>
      {children}
    </section>
  );
}
