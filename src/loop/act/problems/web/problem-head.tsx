// The head of a problem's page: its name, how far it has come, and the next step as one button.
import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import type { ProblemView } from '../core/problem.contract.ts';
import { moveProblemRoute } from '../core/problem-routes.contract.ts';
import { PROBLEM_STATES } from '../core/problem-words.contract.ts';
import { EditProblemDialog } from './edit-problem-dialog.tsx';
import { SeverityTag } from './problem-tags.part.tsx';
import { useProblemVerb } from './use-problem-verb.ts';

type Deed = ProblemView['deeds'][number];
/** The step that usually comes next; the others stand in the menu. */
const NEXT: Record<ProblemView['state'], Deed> = {
  open: 'analyse',
  analysing: 'act',
  acting: 'watch',
  watching: 'solve',
  solved: 'close',
  closed: 'reopen',
};

export function ProblemHead({ problem }: { problem: ProblemView }) {
  const { t } = useTranslation('pageproblems');
  const mayEdit = useCan('problem.edit');
  const [asking, setAsking] = useState<Deed | null>(null);
  const [isEditing, setEditing] = useState(false);
  const move = useProblemVerb(moveProblemRoute, t('done.moved'), () => setAsking(null));
  const wantsReason = (deed: Deed) =>
    deed === 'solve' || deed === 'reopen' || (deed === 'close' && problem.state !== 'solved');
  const go = (deed: Deed) =>
    wantsReason(deed)
      ? setAsking(deed)
      : move.mutate({ params: { id: problem.id }, body: { deed: deed as 'close', reason: null } });
  const next = NEXT[problem.state];
  const others = problem.deeds.filter((deed) => deed !== next);
  return (
    <PageHeader
      back={{ to: '/problems', label: t('title') }}
      title={
        <>
          <span className="hy-faint hy-figure">#{problem.number}</span> {problem.title}
        </>
      }
      beside={<SeverityTag value={problem.severity} />}
      sentence={problem.statement ?? undefined}
      action={
        mayEdit && (
          <>
            <Button type="text" icon={<Icon name="edit" size={16} />} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            {others.length > 0 && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: others.map((deed) => ({ key: deed, label: t(`deed.${deed}`) })),
                  onClick: ({ key }) => go(key as Deed),
                }}
              >
                <Button icon={<Icon name="more" size={16} />} aria-label={t('otherSteps')} />
              </Dropdown>
            )}
            <Button type="primary" loading={move.isPending} onClick={() => go(next)}>
              {t(`deed.${next}`)}
            </Button>
          </>
        )
      }
    >
      <ol className="hy-problem-steps" aria-label={t('field.state')}>
        {PROBLEM_STATES.map((state, index) => {
          const at = PROBLEM_STATES.indexOf(problem.state);
          return (
            <li
              key={state}
              className={index < at ? 'hy-step-done' : index === at ? 'hy-step-now' : undefined}
              aria-current={index === at ? 'step' : undefined}
            >
              {t(`state.${state}`)}
            </li>
          );
        })}
      </ol>
      {asking && (
        <ReasonDialog
          title={t(`ask.${asking}`)}
          deed={t(`deed.${asking}`)}
          busy={move.isPending}
          onClose={() => setAsking(null)}
          onDone={(reason) => move.mutate({ params: { id: problem.id }, body: { deed: asking as 'close', reason } })}
        />
      )}
      {isEditing && <EditProblemDialog problem={problem} onClose={() => setEditing(false)} />}
    </PageHeader>
  );
}

/** Asks for a reason before something is done that others will want to understand. */
export function ReasonDialog(props: {
  title: string;
  deed: string;
  busy: boolean;
  onClose: () => void;
  onDone: (reason: string) => void;
}) {
  const { t } = useTranslation('pageproblems');
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={props.title}
      okText={props.deed}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: props.busy }}
      onOk={() => props.onDone(reason.trim())}
      onCancel={props.onClose}
    >
      <Field name={t('reason')}>
        <Input.TextArea
          autoFocus
          maxLength={1000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
