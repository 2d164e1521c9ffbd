// The next thing to do with a feedback: see the case it belongs to, or open one.
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import type { FeedbackDetail } from '../core/search.contract.ts';

export function CaseLink({ feedback }: { feedback: Pick<FeedbackDetail, 'id' | 'caseId' | 'state'> }) {
  const { t } = useTranslation('pageunderstand');
  const mayRead = useCan('case.read');
  const mayWork = useCan('case.work');
  if (feedback.caseId)
    return mayRead ? (
      <GoLink to={`/cases/${feedback.caseId}`} className="hy-feedback-case">
        <Icon name="inbox" size={16} />
        {t('detail.toCase')}
      </GoLink>
    ) : null;
  if (!mayWork || feedback.state !== 'accepted') return null;
  return (
    <GoLink to="/cases/new" search={{ feedback: feedback.id }} className="hy-feedback-case hy-feedback-case-open">
      <Icon name="plus" size={16} />
      {t('detail.openCase')}
    </GoLink>
  );
}
