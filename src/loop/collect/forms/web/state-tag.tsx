// The state of a questionnaire by a sign and a word.
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../../ground/members/web/settings-parts.part.tsx';
import type { FormState } from '../core/form.contract.ts';

const TONES = { draft: 'wait', open: 'good', closed: 'plain' } as const;

export function FormStateTag({ value }: { value: FormState }) {
  const { t } = useTranslation('pageforms');
  return (
    <span className="fm-state">
      <StateMark tone={TONES[value]}>{t(`state.${value}`)}</StateMark>
    </span>
  );
}
