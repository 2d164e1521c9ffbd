// What an operator does with questions and alarms, each with its way back.
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../../ui/go.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { LiveAlert, QuestionGroup } from '../../analysis/core/analysis.contract.ts';
import { signalMerge } from './merge-signal.ts';
import { useDeskHere } from './use-desk.tsx';
import { useSuggested } from './use-suggested.ts';

/** The last deed that can be taken back; shared by keys and buttons. */
const last: { groupId: string | null } = { groupId: null };

export function useDeeds() {
  const { t } = useTranslation('livedesk');
  const { act } = useDeskHere();
  const toast = useToast();
  const go = useGo();
  const suggested = useSuggested();
  const ref = useRef(suggested);
  ref.current = suggested;
  return useMemo(() => {
    const reopen = (groupId: string) => void act({ do: 'reopen', groupId }, `undo ${groupId}`);
    return {
      answer(group: QuestionGroup) {
        last.groupId = group.groupId;
        const { groupId } = group;
        const text = ref.current(group)?.words;
        void act({ do: 'answer', groupId, ...(text ? { text } : {}) }, groupId, {
          text: t('done.answered', { title: group.title }),
          undo: { do: 'reopen', groupId },
        });
      },
      hand(group: QuestionGroup) {
        last.groupId = group.groupId;
        const { groupId } = group;
        const text = ref.current(group)?.words;
        void act({ do: 'queue', groupId, ...(text ? { text } : {}) }, groupId, {
          text: t('done.handed', { title: group.title }),
          undo: { do: 'reopen', groupId },
        });
      },
      dismiss(group: QuestionGroup) {
        last.groupId = group.groupId;
        const { groupId } = group;
        void act({ do: 'dismiss', groupId }, groupId, {
          text: t('done.dismissed', { title: group.title }),
          undo: { do: 'reopen', groupId },
        });
      },
      merge(group: QuestionGroup) {
        signalMerge(group);
      },
      acknowledge(alert: LiveAlert) {
        if (alert.state === 'open') void act({ do: 'acknowledge', alertId: alert.alertId }, alert.alertId);
        else void act({ do: 'close_alert', alertId: alert.alertId }, alert.alertId);
      },
      openCase(alert: LiveAlert) {
        const { caseId } = alert;
        if (!caseId) void act({ do: 'open_case', alertId: alert.alertId }, alert.alertId);
        else toast.done(t('case.already'), { label: t('case.look'), run: () => go(`/cases/${caseId}`) });
      },
      undo() {
        if (last.groupId) reopen(last.groupId);
        last.groupId = null;
      },
    };
  }, [act, t, toast, go]);
}
