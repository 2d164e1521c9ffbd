// Says when a corrective action went live: from that moment on its effect is counted.
import { DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import { finishActionRoute } from '../core/action-routes.contract.ts';
import type { CorrectiveAction } from '../core/problem.contract.ts';
import { useProblemVerb } from './use-problem-verb.ts';

export function FinishDialog({ action, onClose }: { action: CorrectiveAction; onClose: () => void }) {
  const { t } = useTranslation('pageproblems');
  const [at, setAt] = useState(() => dayjs());
  const [reviewOn, setReviewOn] = useState(action.reviewOn);
  const finish = useProblemVerb(finishActionRoute, t('done.live'), onClose);
  const now = dayjs();
  return (
    <Modal
      open
      title={t('actions.finishTitle', { title: action.title })}
      okText={t('actions.finish')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: finish.isPending }}
      onOk={() =>
        finish.mutate({
          params: { id: action.problemId, actionId: action.id },
          body: { effectiveAt: (at.isAfter(now) ? now : at).toISOString(), reviewOn },
        })
      }
      onCancel={onClose}
    >
      <div className="hy-problem-form">
        <p className="hy-quiet">{t('actions.finishNote')}</p>
        <div className="hy-fields">
          <Field name={t('actions.at')} as="div">
            <DatePicker
              showTime={{ format: 'HH:mm' }}
              format="YYYY-MM-DD HH:mm"
              allowClear={false}
              aria-label={t('actions.at')}
              disabledDate={(day) => day.isAfter(now, 'day')}
              value={at}
              onChange={(next) => next && setAt(next)}
            />
          </Field>
          <Field name={t('actions.review')} note={t('actions.reviewNote')} as="div">
            <DatePicker
              allowClear={false}
              aria-label={t('actions.review')}
              disabledDate={(day) => !day.isAfter(at, 'day')}
              value={dayjs(reviewOn)}
              onChange={(next) => next && setReviewOn(next.format('YYYY-MM-DD'))}
            />
          </Field>
        </div>
      </div>
    </Modal>
  );
}
