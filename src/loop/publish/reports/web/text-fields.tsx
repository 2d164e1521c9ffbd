// Words of a report in both languages side by side, and the public wording of its fixes and problems.
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PublicLine } from '../core/report-texts.contract.ts';

type Words = { 'zh-CN': string; en: string };
const SIDES = [
  ['zh-CN', 'zh'],
  ['en', 'en'],
] as const;

/** Two text areas, one for each language. */
export function WordsFields(props: {
  id: string;
  label: string;
  value: Words;
  readOnly: boolean;
  lines?: number;
  onChange: (value: Words) => void;
}) {
  const { t } = useTranslation('pagereports');
  return (
    <div className="report-words">
      {SIDES.map(([language, side]) => (
        <label key={language} htmlFor={`${props.id}-${side}`}>
          <span className="hy-quiet">{`${props.label} · ${t(`words.${side}`)}`}</span>
          <Input.TextArea
            id={`${props.id}-${side}`}
            lang={language}
            readOnly={props.readOnly}
            autoSize={{ minRows: props.lines ?? 2, maxRows: 14 }}
            maxLength={props.lines === 1 ? 120 : 4000}
            value={props.value[language]}
            onChange={(event) => props.onChange({ ...props.value, [language]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}

/** One fix or problem: whether it is told, and how. */
export function LineFields(props: {
  id: string;
  name: string;
  note: string;
  value: PublicLine;
  readOnly: boolean;
  onChange: (value: PublicLine) => void;
}) {
  const { t } = useTranslation('pagereports');
  const { value } = props;
  return (
    <li className="report-line">
      <div className="report-line-head">
        <strong>{props.name}</strong> <span className="hy-quiet">{props.note}</span>
        <span className="hy-grow" />
        <Checkbox
          checked={value.shown}
          disabled={props.readOnly}
          onChange={(event) => props.onChange({ ...value, shown: event.target.checked })}
        >
          {t('words.shown')}
        </Checkbox>
      </div>
      {value.shown &&
        SIDES.map(([language, side]) => (
          <Input
            key={language}
            lang={language}
            aria-label={`${props.name} · ${t(`words.${side}`)}`}
            addonBefore={t(`words.${side}`)}
            readOnly={props.readOnly}
            maxLength={300}
            value={value[language]}
            onChange={(event) => props.onChange({ ...value, [language]: event.target.value })}
          />
        ))}
    </li>
  );
}
