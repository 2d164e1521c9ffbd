// The next action as one button in the colour that means it, with what else is at hand beside it.
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import type { CaseView } from '../core/case.contract.ts';
import { isOpen } from '../core/case.status.ts';
import type { DeedKind } from './deed.part.tsx';
import { type NextStep, nextStep } from './next-step.ts';
import type { CaseLink } from './person-card.part.tsx';
import type { useCaseActions } from './use-case-actions.ts';

const icons: Record<Exclude<NextStep, 'watch'>, IconName> = {
  assign_me: 'assign',
  reply: 'reply',
  resolve: 'check',
  continue: 'play',
  verify: 'check',
  open_merged: 'merge',
};

export function NextButton(props: {
  view: CaseView;
  caseLink: CaseLink;
  onReply: () => void;
  onDeed: (kind: DeedKind) => void;
  actions: ReturnType<typeof useCaseActions>;
}) {
  const { view, actions, onDeed } = props;
  const { t } = useTranslation('deskcases');
  const go = useGo();
  const may = { work: useCan('case.work'), reply: useCan('reply.send'), close: useCan('case.close') };
  const step = nextStep(view, may);
  const run: Record<Exclude<NextStep, 'watch'>, () => void> = {
    assign_me: actions.assignMe,
    reply: props.onReply,
    resolve: () => onDeed('resolve'),
    continue: actions.run.continue,
    verify: () => onDeed('verify'),
    open_merged: () => {
      const link = props.caseLink(view.mergedIntoId ?? '');
      go(link.to, link.search);
    },
  };
  const open = isOpen(view.status) && !view.mergedIntoId;
  const beside = [
    { show: may.work && open, icon: 'assign', label: t('deed.assign'), keys: 'A', run: () => onDeed('assign') },
    { show: may.work && open, icon: 'snooze', label: t('deed.snooze'), keys: 'S', run: () => onDeed('snooze') },
    {
      show: may.work && open && step !== 'resolve',
      icon: 'check',
      label: t('deed.resolve'),
      keys: 'E',
      run: () => onDeed('resolve'),
    },
  ] as const;
  return (
    <div className="desk-next">
      {beside.map(
        (one) =>
          one.show && (
            <Tooltip key={one.icon} title={`${one.label} (${one.keys})`}>
              <Button icon={<Icon name={one.icon} size={16} />} onClick={one.run} aria-label={one.label} />
            </Tooltip>
          ),
      )}
      {step !== 'watch' && (
        <Button type="primary" icon={<Icon name={icons[step]} size={16} />} onClick={run[step]} loading={actions.busy}>
          {t(`next.${step}`)}
        </Button>
      )}
    </div>
  );
}
