// The way through the questions: how many reached each one, and where they left.
import { useTranslation } from 'react-i18next';
import { Section } from '../../../../ui/section.tsx';
import type { FormResults } from '../core/results.contract.ts';
import { inWords } from './form-words.ts';

export function WayThrough({ results }: { results: FormResults }) {
  const { t, i18n } = useTranslation('pageforms');
  const number = new Intl.NumberFormat(i18n.language);
  const most = Math.max(1, ...results.questions.map((question) => question.reached));
  return (
    <Section title={t('way.title')} sentence={t('way.sentence')}>
      <table className="fm-way">
        <thead>
          <tr>
            <th scope="col">{t('way.question')}</th>
            <th scope="col" className="fm-bar-cell">
              <span className="hy-hidden">{t('way.share')}</span>
            </th>
            <th scope="col">{t('way.reached')}</th>
            <th scope="col">{t('way.answered')}</th>
            <th scope="col">{t('way.left')}</th>
          </tr>
        </thead>
        <tbody>
          {results.questions.map((question, index) => (
            <tr key={question.id}>
              <th scope="row">
                {index + 1}. {inWords(question.title, i18n.language)}
                {!question.current && <span className="hy-faint"> {t('way.former')}</span>}
              </th>
              <td className="fm-bar-cell" aria-hidden>
                <span className="fm-bar" style={{ width: `${(question.reached / most) * 100}%` }} />
              </td>
              <td>{number.format(question.reached)}</td>
              <td>{number.format(question.answered)}</td>
              <td className={question.left > 0 ? 'hy-ink-negative' : 'hy-faint'}>{number.format(question.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
