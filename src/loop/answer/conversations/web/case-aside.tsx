// The right pane: who is speaking, every clock, what else is known, who was told, and what the customer sees.
import { useTranslation } from 'react-i18next';
import { Inserts } from '../../../../ui/inserts.tsx';
import { useNarrow } from '../../../../ui/use-narrow.ts';
import type { CaseView } from '../../../act/cases/core/case.contract.ts';
import { CaseFacts } from '../../../act/cases/web/case-facts.part.tsx';
import { ClocksPanel } from '../../../act/cases/web/clock-words.part.tsx';
import { type CaseLink, PersonCard } from '../../../act/cases/web/person-card.part.tsx';
import { ProblemOfCase } from '../../../act/problems/web/problem-of-case.part.tsx';
import { PersonOrders } from '../../../collect/signals/web/person-orders.part.tsx';
import { NoticesPanel } from '../../notices/web/notices-panel.part.tsx';
import { StatusLink } from './status-link.tsx';

export function CaseAside(props: {
  view: CaseView;
  caseLink: CaseLink;
  reporter: string | undefined;
  onAssign: () => void;
}) {
  const { t } = useTranslation('deskcases');
  const { view, caseLink } = props;
  // On a phone this pane is the whole page.
  const Heading = useNarrow() ? 'h1' : 'h2';
  return (
    <div className="desk-aside">
      <Heading className="hy-hidden">{t('case.aside')}</Heading>
      <PersonCard view={view} caseLink={caseLink} />
      {view.personCard && <PersonOrders personId={view.personCard.id} />}
      <ClocksPanel clocks={view.clocks} />
      <Inserts place="case.aside" caseId={view.id} />
      <CaseFacts view={view} caseLink={caseLink} onAssign={props.onAssign} />
      <ProblemOfCase caseId={view.id} />
      <StatusLink view={view} reporter={props.reporter} />
      <NoticesPanel caseId={view.id} />
    </div>
  );
}
