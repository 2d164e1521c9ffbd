// Saying by hand that it helped: how one knows is asked for, because nobody else has said so.
import { Form, type GetRef, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { verifyCaseRoute } from '../core/case-routes.contract.ts';
import { CASE_READS, type DeedCase } from './deed.part.tsx';

export function VerifyDialog({ cases, onClose }: { cases: readonly DeedCase[]; onClose: () => void }) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const [reason, setReason] = useState('');
  const only = cases[0];
  const verify = useVerb(verifyCaseRoute, {
    refresh: CASE_READS,
    onDone: () => {
      toast.done(t('done.verified'));
      onClose();
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const save = () => {
    if (only && reason.trim()) verify.mutate({ params: { id: only.id }, body: { reason: reason.trim() } });
  };
  return (
    <Modal
      open
      title={t('verify.title', { number: only?.number ?? '' })}
      okText={t('verify.save')}
      okButtonProps={{ loading: verify.isPending, disabled: !reason.trim() }}
      onOk={save}
      onCancel={onClose}
      afterOpenChange={(open) => open && field.current?.focus()}
      width={480}
    >
      <p className="hy-quiet">{t('verify.sentence')}</p>
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t('verify.reason')} htmlFor="verify-reason" required>
          <Input.TextArea
            ref={field}
            id="verify-reason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={300}
            value={reason}
            placeholder={t('verify.example')}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save();
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
