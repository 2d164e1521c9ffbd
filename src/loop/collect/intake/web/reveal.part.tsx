// Shows the unmasked words once, after saying why; the reason is written to the audit log.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { revealFeedbackRoute } from '../core/feedback.contract.ts';
import './reveal.css';

/** A quiet button; nothing is drawn for those who may not see masked words. */
export function RevealButton({ feedbackId }: { feedbackId: string }) {
  const { t } = useTranslation('pagecollect');
  const mayReveal = useCan('feedback.reveal');
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const reveal = useVerb(revealFeedbackRoute);
  const close = () => {
    setOpen(false);
    setReason('');
    // What was shown once must not stay in memory behind a closed dialog.
    reveal.reset();
  };
  if (!mayReveal) return null;
  const shown = reveal.data;
  const submit = () => reveal.mutate({ params: { id: feedbackId }, body: { reason: reason.trim() } });
  return (
    <>
      <Button size="small" icon={<Icon name="eye" size={14} />} onClick={() => setOpen(true)}>
        {t('reveal.button')}
      </Button>
      <Modal
        open={isOpen}
        title={t('reveal.title')}
        onCancel={close}
        destroyOnHidden
        footer={
          shown ? (
            <Button onClick={close}>{t('reveal.close')}</Button>
          ) : (
            <Button type="primary" disabled={reason.trim().length < 3} loading={reveal.isPending} onClick={submit}>
              {t('reveal.show')}
            </Button>
          )
        }
      >
        {shown ? (
          <>
            {shown.title && <p className="hy-reveal-title">{shown.title}</p>}
            <p className="hy-reveal-words">{shown.text}</p>
            {shown.orderNo && <p className="hy-quiet">{t('reveal.orderNo', { number: shown.orderNo })}</p>}
          </>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (reason.trim().length >= 3) submit();
            }}
          >
            <p className="hy-quiet">{t('reveal.sentence')}</p>
            <Input
              autoFocus
              value={reason}
              maxLength={300}
              aria-label={t('reveal.reason')}
              placeholder={t('reveal.reason')}
              onChange={(event) => setReason(event.target.value)}
            />
            {reveal.error && (
              <p className="hy-ink-negative" role="alert">
                {problemText(t, reveal.error)}
              </p>
            )}
          </form>
        )}
      </Modal>
    </>
  );
}
