// Putting cases aside until they are of use again; they come back by themselves.
import { Button, DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { absoluteText } from '../../../../ui/time-format.ts';
import { wakeCaseRoute } from '../core/case-routes.contract.ts';
import { CASE_READS, type DeedCase, useBulkDeed } from './deed.part.tsx';
import { snoozeChoices } from './snooze-choices.ts';

export function SnoozeDialog({ cases, onClose }: { cases: readonly DeedCase[]; onClose: () => void }) {
  const { t, i18n } = useTranslation('deskcases');
  const { run, isPending } = useBulkDeed(onClose);
  const wake = useVerb(wakeCaseRoute, { refresh: CASE_READS });
  const first = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState<dayjs.Dayjs | null>(null);
  const snooze = (until: Date) => {
    const only = cases.length === 1 ? cases[0] : undefined;
    run(
      cases,
      { verb: 'snooze', until: until.toISOString() },
      only && { label: t('ui:undo'), run: () => wake.mutate({ params: { id: only.id } }) },
    );
  };
  return (
    <Modal
      open
      title={t('snooze.title', { count: cases.length })}
      footer={null}
      onCancel={onClose}
      width={400}
      afterOpenChange={(open) => open && first.current?.focus()}
    >
      <p className="hy-quiet">{t('snooze.sentence')}</p>
      <div className="desk-choices">
        {snoozeChoices(new Date()).map((choice, index) => (
          <Button
            key={choice.key}
            block
            {...(index === 0 ? { ref: first, autoFocus: true } : {})}
            disabled={isPending}
            onClick={() => snooze(choice.until)}
          >
            <span>{t(`snooze.${choice.key}`)}</span>
            <small>{absoluteText(choice.until.getTime(), i18n.language)}</small>
          </Button>
        ))}
      </div>
      <div className="desk-choice-own">
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          needConfirm={false}
          value={own}
          minDate={dayjs()}
          onChange={(value: dayjs.Dayjs | null) => setOwn(value)}
          placeholder={t('snooze.own')}
          aria-label={t('snooze.own')}
        />
        <Button disabled={!own || isPending} onClick={() => own && snooze(own.toDate())}>
          {t('deed.snooze')}
        </Button>
      </div>
    </Modal>
  );
}
