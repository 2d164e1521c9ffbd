// The line on a case that tells which problem is behind it, or offers to name one.
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { Section } from '../../../../ui/section.tsx';
import { problemOfCaseRoute } from '../core/problem-routes.contract.ts';
import { ProblemStateTag } from './problem-tags.part.tsx';
import './problems.css';

export function ProblemOfCase({ caseId }: { caseId: string }) {
  const { t } = useTranslation('pageproblems');
  const mayRead = useCan('problem.read');
  const mayEdit = useCan('problem.edit');
  const read = useRead(problemOfCaseRoute, { params: { id: caseId } }, { enabled: mayRead, on: ['problem.*'] });
  if (!mayRead || !read.data) return null;
  const { problem } = read.data;
  if (!problem && !mayEdit) return null;
  return (
    <Section title={t('one')}>
      <div className="hy-problem-of-case">
        {problem ? (
          <GoLink to={`/problems/${problem.id}`} className="hy-problem-case">
            <Icon name="problem" size={16} />
            <span className="hy-one-line hy-grow">
              #{problem.number} {problem.title}
            </span>
            <ProblemStateTag value={problem.state} />
          </GoLink>
        ) : (
          <GoLink to="/problems" search={{ new: '1', cases: caseId }} className="hy-link">
            {t('ofCase.add')}
          </GoLink>
        )}
      </div>
    </Section>
  );
}
