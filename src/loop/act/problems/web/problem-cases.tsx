// The cases a problem is behind, those that look as if they belonged, and the one way to settle all of them together.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { EmptyPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { StatusTag } from '../../../../ui/tags.tsx';
import { QuietButton } from '../../clocks/web/form-parts.part.tsx';
import type { ProblemCase, ProblemView } from '../core/problem.contract.ts';
import {
  addProblemCasesRoute,
  listProblemCasesRoute,
  removeProblemCaseRoute,
  suggestProblemCasesRoute,
} from '../core/problem-routes.contract.ts';
import { ResolveCasesDialog } from './resolve-cases-dialog.tsx';
import { useProblemVerb } from './use-problem-verb.ts';

export function ProblemCases({ problem }: { problem: ProblemView }) {
  const { t } = useTranslation('pageproblems');
  const mayEdit = useCan('problem.edit');
  const mayWork = useCan('case.work');
  const [isResolving, setResolving] = useState(false);
  const params = { id: problem.id };
  const list = useList(listProblemCasesRoute, { params, query: { limit: 20 } }, { on: ['case.*', 'problem.*'] });
  const remove = useProblemVerb(removeProblemCaseRoute, t('done.caseRemoved'));
  return (
    <Section
      title={t('cases.title', { count: problem.cases })}
      sentence={problem.cases > 0 ? t('cases.open', { count: problem.openCases }) : undefined}
      end={mayWork && problem.openCases > 0 && <Button onClick={() => setResolving(true)}>{t('cases.resolve')}</Button>}
      flush
    >
      {problem.cases === 0 && problem.voices.length === 0 && (
        <EmptyPlace title={t('cases.empty')} text={t('cases.emptyText')} />
      )}
      <ul className="hy-problem-cases">
        {list.items.map((one) => (
          <CaseLine
            key={one.id}
            one={one}
            end={
              mayEdit && (
                <QuietButton
                  icon="close"
                  label={t('cases.remove', { number: one.number })}
                  onClick={() => remove.mutate({ params: { id: problem.id, caseId: one.id } })}
                />
              )
            }
          />
        ))}
        {problem.voices.map((one) => (
          <li key={one.feedbackId}>
            <GoLink to={`/feedback/${one.feedbackId}`} className="hy-problem-case">
              <span className="hy-one-line">“{one.text}”</span>
            </GoLink>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="hy-problem-more">
          <Button type="text" onClick={() => list.loadMore()}>
            {t('cases.more')}
          </Button>
        </div>
      )}
      <SuggestedCases problem={problem} />
      {isResolving && <ResolveCasesDialog problem={problem} onClose={() => setResolving(false)} />}
    </Section>
  );
}

function SuggestedCases({ problem }: { problem: ProblemView }) {
  const { t } = useTranslation('pageproblems');
  const mayEdit = useCan('problem.edit') && !['solved', 'closed'].includes(problem.state);
  const read = useRead(suggestProblemCasesRoute, { params: { id: problem.id } }, { enabled: mayEdit });
  const add = useProblemVerb(addProblemCasesRoute, t('done.casesAdded'));
  const items = read.data?.items ?? [];
  if (!mayEdit || items.length === 0) return null;
  const put = (caseIds: string[]) => add.mutate({ params: { id: problem.id }, body: { caseIds } });
  return (
    <div className="hy-problem-suggested">
      <header className="hy-row-line">
        <h3>{t('cases.suggested', { count: items.length })}</h3>
        <Button size="small" loading={add.isPending} onClick={() => put(items.map((one) => one.id))}>
          {t('cases.addAll')}
        </Button>
      </header>
      <ul className="hy-problem-cases">
        {items.slice(0, 8).map((one) => (
          <CaseLine
            key={one.id}
            one={one}
            end={
              <QuietButton icon="plus" label={t('cases.add', { number: one.number })} onClick={() => put([one.id])} />
            }
          />
        ))}
      </ul>
    </div>
  );
}

function CaseLine({ one, end }: { one: ProblemCase; end: React.ReactNode }) {
  const { t } = useTranslation('pageproblems');
  return (
    <li>
      <GoLink to={`/cases/${one.id}`} className="hy-problem-case">
        <span className="hy-faint hy-figure">#{one.number}</span>
        <span className="hy-one-line hy-grow">{one.title}</span>
        <span className="hy-faint hy-figure hy-problem-voices">{t('count.voices', { count: one.voices })}</span>
        <StatusTag value={one.status} />
      </GoLink>
      {end}
    </li>
  );
}
