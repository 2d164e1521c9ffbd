// One problem: what it is, why it came about, what is done against it, whose cases it is behind.
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { usePathParam } from '../../../../ui/go.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { getProblemRoute } from '../core/problem-routes.contract.ts';
import { ActionsSection } from './actions-section.tsx';
import { CausesSection } from './causes-section.tsx';
import { ProblemCases } from './problem-cases.tsx';
import { ProblemFacts } from './problem-facts.tsx';
import { ProblemHead } from './problem-head.tsx';
import { ProblemTimeline } from './problem-timeline.tsx';
import './problems.css';

export function ProblemPage() {
  const { t } = useTranslation('pageproblems');
  const id = usePathParam('problemId');
  const read = useRead(
    getProblemRoute,
    { params: { id } },
    { on: ['problem.*', 'action.*', 'effect.*', 'case.resolved', 'case.reopened'] },
  );
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data || read.data.id !== id) return <PageSkeleton />;
  const problem = read.data;
  return (
    <>
      <ProblemHead problem={problem} />
      <PageBody>
        <div className="hy-problem">
          <div>
            <CausesSection problem={problem} />
            <ActionsSection problem={problem} />
            <ProblemCases problem={problem} />
          </div>
          <aside aria-label={t('facts')}>
            <ProblemFacts problem={problem} />
            <ProblemTimeline problemId={id} />
          </aside>
        </div>
      </PageBody>
    </>
  );
}
