// The demo shop for somebody who has a shop of his own: from the account menu, in a window.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { readDemoRoute, removeDemoRoute } from '../../demo/demo.contract.ts';
import { DemoOffer } from './demo-offer.tsx';

/** Only who may change the shop may set another beside it; inside the demo there is nothing to visit. */
export function useMayVisitDemo(): boolean {
  const { workspace } = useSession();
  return useCan('workspace.edit') && workspace.slug !== 'demo';
}

export function DemoDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('demo');
  const toast = useToast();
  const demo = useRead(readDemoRoute, {}, { freshMs: 0 });
  const remove = useVerb(removeDemoRoute, {
    refresh: [readDemoRoute],
    onDone: onClose,
    onProblem: (problem) => toast.problem(problem),
  });
  const there = demo.data?.state === 'ready';
  return (
    <Modal open title={t('dialog')} onCancel={onClose} footer={null} destroyOnHidden>
      <DemoOffer plain />
      {there && (
        <p>
          <ConfirmButton
            type="text"
            question={t('banner.question')}
            detail={t('banner.detail')}
            deed={t('banner.remove')}
            loading={remove.isPending}
            onConfirm={() => remove.mutate({})}
          >
            {t('offer.remove')}
          </ConfirmButton>
        </p>
      )}
    </Modal>
  );
}
