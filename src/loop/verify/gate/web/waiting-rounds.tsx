// What waits for a confirmation, the window that ends first on top.
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { RoundView } from '../core/gate.contract.ts';

export function WaitingRounds(props: {
  rounds: { items: RoundView[]; waiting: number; disputed: number; unclear: number };
}) {
  const { t } = useTranslation('pageverify');
  const { items, waiting } = props.rounds;
  return (
    <Section
      title={t('waiting.title')}
      sentence={t('waiting.sentence')}
      flush
      end={
        waiting > items.length && (
          <GoLink to="/verify/rows" search={{ list: 'waiting' }} className="hy-link">
            {t('waiting.all', { count: waiting })}
          </GoLink>
        )
      }
    >
      {items.length === 0 ? (
        <p className="verify-none">{t('waiting.none')}</p>
      ) : (
        <ul className="verify-waiting">
          {items.map((one) => (
            <li key={one.id}>
              <GoLink to={`/cases/${one.case.id}`} className="verify-case">
                <span className="hy-figure hy-quiet">#{one.case.number}</span>
                <span className="hy-one-line">{one.case.title}</span>
              </GoLink>
              <span className="verify-round">{t('round', { count: one.round })}</span>
              <span className="hy-quiet verify-yes">
                {t('waiting.yes', { part: one.confirmations, whole: one.needed })}
              </span>
              <span className="hy-quiet verify-ends">
                {one.windowEndsAt ? (
                  <>
                    {t('waiting.ends')} <RelativeTime at={one.windowEndsAt} />
                  </>
                ) : (
                  t('waiting.never')
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
