// Shows the words before masking, after asking why; who looked and why is kept.
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';

/** @param reveal asks for the original with a reason @param onShown gets it */
export function RevealOriginal<T>(props: {
  reveal: (reason: string) => Promise<T>;
  onShown: (original: T) => void;
  /** what the button says when it is not about words */
  label?: string;
}) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const allowed = useCan('feedback.reveal');
  if (!allowed) return null;
  const show = async () => {
    if (reason.trim().length < 3) return;
    setBusy(true);
    try {
      props.onShown(await props.reveal(reason.trim()));
      setOpen(false);
    } catch (error) {
      toast.problem(error as Problem);
    } finally {
      setBusy(false);
    }
  };
  const form = (
    <form
      className="desk-reveal"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <p>{t('reveal.sentence')}</p>
      <Input
        autoFocus
        value={reason}
        maxLength={300}
        aria-label={t('reveal.reason')}
        placeholder={t('reveal.reasonExample')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button htmlType="submit" type="primary" loading={busy} disabled={reason.trim().length < 3}>
        {t('reveal.show')}
      </Button>
    </form>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={form} placement="bottomLeft">
      <button type="button" className="desk-text-button">
        <Icon name="eye" size={14} />
        {props.label ?? t('reveal.open')}
      </button>
    </Popover>
  );
}
