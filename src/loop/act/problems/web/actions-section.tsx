// What is done against a problem, what each is expected to do, and whether it was seen to work.
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { EmptyPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { confirmActionRoute, withdrawActionRoute } from '../core/action-routes.contract.ts';
import type { CorrectiveAction, ProblemView } from '../core/problem.contract.ts';
import { ActionDialog } from './action-dialog.tsx';
import { effectText, expectedText } from './effect-words.part.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { ReasonDialog } from './problem-head.tsx';
import { VerdictTag } from './problem-tags.part.tsx';
import { useProblemVerb } from './use-problem-verb.ts';

type Asking = { kind: 'edit' | 'finish' | 'confirm' | 'withdraw'; action: CorrectiveAction } | { kind: 'add' } | null;

export function ActionsSection({ problem }: { problem: ProblemView }) {
  const { t } = useTranslation('pageproblems');
  const mayEdit = useCan('problem.edit');
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const confirm = useProblemVerb(confirmActionRoute, t('done.saved'), close);
  const withdraw = useProblemVerb(withdrawActionRoute, t('done.saved'), close);
  const live = !['solved', 'closed'].includes(problem.state);
  const add = mayEdit && live && <Button onClick={() => setAsking({ kind: 'add' })}>{t('actions.add')}</Button>;
  return (
    <Section
      title={t('actions.title')}
      sentence={t('actions.sentence')}
      end={problem.correctiveActions.length > 0 && add}
      flush
    >
      {problem.correctiveActions.length === 0 && (
        <EmptyPlace title={t('actions.empty')} text={t('actions.emptyText')} action={add} />
      )}
      <ul className="hy-actions">
        {problem.correctiveActions.map((action) => (
          <ActionLine key={action.id} action={action} onAsk={mayEdit ? setAsking : undefined} />
        ))}
      </ul>
      {asking?.kind === 'add' && <ActionDialog problem={problem} onClose={close} />}
      {asking?.kind === 'edit' && <ActionDialog problem={problem} action={asking.action} onClose={close} />}
      {asking?.kind === 'finish' && <FinishDialog action={asking.action} onClose={close} />}
      {(asking?.kind === 'confirm' || asking?.kind === 'withdraw') && (
        <ReasonDialog
          title={t(`ask.${asking.kind}`, { title: asking.action.title })}
          deed={t(`actions.${asking.kind}`)}
          busy={confirm.isPending || withdraw.isPending}
          onClose={close}
          onDone={(reason) =>
            (asking.kind === 'confirm' ? confirm : withdraw).mutate({
              params: { id: problem.id, actionId: asking.action.id },
              body: { reason },
            })
          }
        />
      )}
    </Section>
  );
}

function ActionLine({ action, onAsk }: { action: CorrectiveAction; onAsk: ((asking: Asking) => void) | undefined }) {
  const { t, i18n } = useTranslation('pageproblems');
  const isLive = action.state === 'done' || action.state === 'effective';
  const kinds = [
    ...(action.state === 'withdrawn' ? [] : (['edit'] as const)),
    ...(action.state === 'done' ? (['confirm'] as const) : []),
    ...(action.state === 'withdrawn' ? [] : (['withdraw'] as const)),
  ];
  const { ratio, low, high } = action;
  return (
    <li className={`hy-action hy-action-${action.state}`}>
      <div>
        <div className="hy-action-title">
          <span>{action.title}</span>
          <span className={`hy-tag hy-action-state hy-action-state-${action.state}`}>
            {t(`actionState.${action.state}`)}
          </span>
        </div>
        {action.change && <p className="hy-quiet">{action.change}</p>}
        <p className="hy-quiet hy-figure">
          {expectedText(t, i18n.language, action.expected)}
          {' · '}
          {action.effectiveAt
            ? t('actions.liveOn', { day: action.effectiveAt.slice(0, 10) })
            : action.dueOn
              ? t('actions.dueOn', { day: action.dueOn })
              : t('actions.noDue')}
          {' · '}
          {t('actions.reviewOn', { day: action.reviewOn })}
          {action.owner && ` · ${action.owner.name}`}
        </p>
        {action.reason && <p className="hy-quiet">{t('actions.because', { reason: action.reason })}</p>}
        {isLive && (
          <p className="hy-action-verdict">
            {action.verdict ? (
              <VerdictTag value={action.verdict} />
            ) : (
              <span className="hy-faint">{t('actions.noVerdict')}</span>
            )}
            {ratio !== null && low !== null && high !== null && (
              <span className="hy-figure">{effectText(t, i18n.language, { ratio, low, high })}</span>
            )}
            <GoLink to={`/effects/${action.id}`} className="hy-link">
              {t('actions.see')}
            </GoLink>
          </p>
        )}
      </div>
      {onAsk && (
        <div className="hy-action-end">
          {action.state === 'planned' && (
            <Button onClick={() => onAsk({ kind: 'finish', action })}>{t('actions.finish')}</Button>
          )}
          {kinds.length > 0 && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: kinds.map((kind) => ({ key: kind, label: t(`actions.${kind}`), danger: kind === 'withdraw' })),
                onClick: ({ key }) => onAsk({ kind: key as 'edit', action }),
              }}
            >
              <Button
                type="text"
                icon={<Icon name="more" size={16} />}
                aria-label={t('actions.more', { title: action.title })}
              />
            </Dropdown>
          )}
        </div>
      )}
    </li>
  );
}
