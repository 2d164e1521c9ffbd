// Who is speaking: the name, what is known of him without giving it away, and what else he came with.
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { getPersonRoute, setPersonTierRoute } from '../../../../ground/people/core/person.contract.ts';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink, type Search } from '../../../../ui/go.tsx';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { StatusTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { CaseView } from '../core/case.contract.ts';
import { CASE_READS } from './deed.part.tsx';

/** Where another case opens: beside the list when the reader came from it. */
export type CaseLink = (id: string) => { to: string; search?: Search };

const identityIcons: Record<string, IconName> = { email: 'mail', phone: 'bolt', external: 'person' };

/** @param caseLink address of another case, so that the list beside it stays */
export function PersonCard({ view, caseLink }: { view: CaseView; caseLink: CaseLink }) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const card = view.personCard;
  const mayRead = useCan('person.read');
  const mayWork = useCan('case.work');
  const person = useRead(getPersonRoute, { params: { id: card?.id ?? '' } }, { enabled: card !== null && mayRead });
  const setTier = useVerb(setPersonTierRoute, {
    refresh: [...CASE_READS, getPersonRoute],
    onDone: (answer) => toast.done(t(answer.tier === 'vip' ? 'person.nowVip' : 'person.noLongerVip')),
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  if (!card)
    return (
      <Section title={t('person.unknown')}>
        <p className="hy-quiet desk-flat">{t('person.unknownText')}</p>
      </Section>
    );
  const identities = person.data?.id === card.id ? person.data.identities : [];
  return (
    <Section
      title={card.name ?? t('person.unnamed')}
      end={
        <span className="desk-vip-switch">
          VIP
          <Switch
            size="small"
            checked={card.tier === 'vip'}
            disabled={!mayWork}
            loading={setTier.isPending}
            aria-label={t('person.vip')}
            onChange={(vip) => setTier.mutate({ params: { id: card.id }, body: { tier: vip ? 'vip' : 'standard' } })}
          />
        </span>
      }
    >
      <ul className="desk-lines">
        {identities.map((one) => (
          <li key={`${one.kind} ${one.hint}`} title={t(`person.kind.${one.kind}`)}>
            <Icon name={identityIcons[one.kind] ?? 'person'} size={14} label={t(`person.kind.${one.kind}`)} />
            <span className="hy-figure">{one.hint}</span>
          </li>
        ))}
        <li className="hy-quiet">
          <Icon name="clock" size={14} />
          <span>
            {t('person.since')} <RelativeTime at={card.since} />
          </span>
        </li>
      </ul>
      <p className="desk-flat">
        <GoLink to="/feedback" search={{ person: card.id }} className="hy-link">
          {t('person.allVoices')}
        </GoLink>
        {mayRead && (
          <>
            {' · '}
            <GoLink to={`/people/${card.id}`} className="hy-link">
              {t('person.all')}
            </GoLink>
          </>
        )}
      </p>
      {card.otherCases.length > 0 && (
        <>
          <h3 className="desk-small-title">{t('person.otherCases')}</h3>
          <ul className="desk-cases">
            {card.otherCases.map((one) => (
              <li key={one.id}>
                <GoLink {...caseLink(one.id)} className="hy-one-line">
                  #{one.number} {one.title}
                </GoLink>
                <StatusTag value={one.status} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
