// The priority of a case with everything it was made of, and the hand that may overrule it.
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PriorityTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { CaseView } from '../core/case.contract.ts';
import { clearPriorityRoute } from '../core/case-routes.contract.ts';
import { CASE_READS } from './deed.part.tsx';

export function PriorityButton({ view, onSet }: { view: CaseView; onSet: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={
        <Parts
          view={view}
          onSet={() => {
            setOpen(false);
            onSet();
          }}
        />
      }
    >
      <button type="button" className="desk-tag-button" aria-expanded={open}>
        <PriorityTag value={view.priority} />
        <Icon name="down" size={12} />
      </button>
    </Popover>
  );
}

function Parts({ view, onSet }: { view: CaseView; onSet: () => void }) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const mayWork = useCan('case.work') && view.status !== 'closed' && !view.mergedIntoId;
  const clear = useVerb(clearPriorityRoute, {
    refresh: CASE_READS,
    onDone: () => toast.done(t('priority.cleared')),
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  const added = view.parts.filter((one) => one.part !== 'effort');
  const effort = view.parts.find((one) => one.part === 'effort');
  return (
    <div className="desk-parts">
      <p className="desk-parts-sum">
        <strong className="hy-figure">{Math.round(view.score)}</strong>
        <span>{t('priority.of100')}</span>
        <span className="hy-grow" />
        <PriorityTag value={view.computedPriority} />
      </p>
      <dl>
        {added.map((one) => (
          <div key={one.part}>
            <dt>{t(`cases:part.${one.part}`)}</dt>
            <dd>
              <span className="desk-bar" aria-hidden="true">
                <span style={{ width: `${Math.min(1, one.value) * 100}%` }} />
              </span>
              <span className="hy-figure">
                {t('priority.points', { points: Math.round(one.value * one.weight), most: one.weight })}
              </span>
              <small>{t(`cases:why.${one.whyKey}`, one.whyValues)}</small>
            </dd>
          </div>
        ))}
        {effort && (
          <div>
            <dt>{t('cases:part.effort')}</dt>
            <dd>
              <span className="hy-figure">÷ {effort.value}</span>
              <small>{t(`cases:why.${effort.whyKey}`, effort.whyValues)}</small>
            </dd>
          </div>
        )}
      </dl>
      {view.priorityByHand && (
        <p className="desk-flat">
          {t('priority.byHand', { level: t(`ui:priority.${view.priority}`) })}
          {view.priorityReason && ` ${t('priority.because', { reason: view.priorityReason })}`}
        </p>
      )}
      {mayWork && (
        <p className="desk-parts-deeds">
          <Button size="small" onClick={onSet}>
            {t('deed.priority')}
          </Button>
          {view.priorityByHand && (
            <Button
              size="small"
              type="text"
              loading={clear.isPending}
              onClick={() => clear.mutate({ params: { id: view.id } })}
            >
              {t('priority.clear')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
