// The rounds of a case: each resolution, what was seen and said of it, who or what decided.
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { type CaseRounds, caseRoundsRoute, type RoundState } from '../core/gate.contract.ts';
import './verify.css';

const icons: Record<RoundState, IconName> = {
  waiting: 'clock',
  verified: 'check',
  disputed: 'refresh',
  unclear: 'warning',
  withdrawn: 'close',
};

/** Draws nothing until the case was resolved once. */
export function CaseRoundsPanel({ caseId }: { caseId: string }) {
  const { t } = useTranslation('pageverify');
  const read = useRead(caseRoundsRoute, { params: { id: caseId } }, { on: ['fix.*', 'case.*', 'rating.*'] });
  const rounds = read.data?.rounds ?? [];
  if (rounds.length === 0) return null;
  return (
    <Section title={t('rounds.title')}>
      <ol className="verify-rounds">
        {[...rounds].reverse().map((round) => (
          <li key={round.id}>
            <p className={`verify-state verify-state-${round.state}`}>
              <Icon name={icons[round.state]} size={14} />
              <strong>{t('round', { count: round.round })}</strong>
              <span>{round.how ? t(`how.${round.state}.${round.how}`) : t(`state.${round.state}`)}</span>
            </p>
            {round.case.id !== caseId && (
              <p className="verify-line hy-quiet">
                <GoLink to={`/cases/${round.case.id}`} className="hy-link">
                  #{round.case.number}
                </GoLink>
              </p>
            )}
            <p className="verify-line hy-quiet">
              {t('rounds.resolved')} <RelativeTime at={round.resolvedAt} />
            </p>
            {round.evidence.map((one) => (
              <Seen key={`${one.kind} ${one.at} ${one.feedbackId ?? ''}`} one={one} />
            ))}
            {round.state === 'waiting' && (
              <p className="verify-line hy-quiet">
                {round.windowEndsAt ? (
                  <>
                    {t('waiting.ends')} <RelativeTime at={round.windowEndsAt} />
                  </>
                ) : (
                  t('waiting.never')
                )}
                {round.reporters > 1 && ` · ${t('waiting.yes', { part: round.confirmations, whole: round.needed })}`}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Seen({ one }: { one: CaseRounds['rounds'][number]['evidence'][number] }) {
  const { t } = useTranslation('pageverify');
  const who = one.who ?? t('rounds.customer');
  const count = Number(one.note ?? 0);
  const words =
    one.kind === 'said_again'
      ? t(count > 0 ? 'evidence.said_again' : 'evidence.nothing_to_compare', { count })
      : t(`evidence.${one.kind}`, { who, score: one.score ?? '' });
  return (
    <p className="verify-line">
      {one.feedbackId ? (
        <GoLink to={`/feedback/${one.feedbackId}`} className="hy-link">
          {words}
        </GoLink>
      ) : (
        words
      )}{' '}
      <span className="hy-faint">
        <RelativeTime at={one.at} />
      </span>
      {one.note && one.kind !== 'said_again' && <q className="verify-quote">{one.note}</q>}
    </p>
  );
}
