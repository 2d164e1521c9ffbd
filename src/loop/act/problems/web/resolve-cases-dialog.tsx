// Settles all open cases of a problem with one message; every person is told once, however many of the cases are his.
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { RESOLUTIONS, type Resolution } from '../../cases/core/case.contract.ts';
import { CASE_READS } from '../../cases/web/deed.part.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import type { ProblemView } from '../core/problem.contract.ts';
import { resolveProblemCasesRoute } from '../core/problem-routes.contract.ts';
import { PROBLEM_READS } from './use-problem-verb.ts';

export function ResolveCasesDialog({ problem, onClose }: { problem: ProblemView; onClose: () => void }) {
  const { t } = useTranslation('pageproblems');
  const toast = useToast();
  const [resolution, setResolution] = useState<Resolution>('fixed');
  const [message, setMessage] = useState('');
  const [isTelling, setTelling] = useState(true);
  const resolve = useVerb(resolveProblemCasesRoute, {
    refresh: [...PROBLEM_READS, ...CASE_READS],
    onDone: ({ resolved, told, left }) => {
      toast.done(t(left > 0 ? 'done.casesResolvedSome' : 'done.casesResolved', { count: resolved, told, left }));
      onClose();
    },
    onProblem: (trouble) => toast.problem(trouble),
  });
  return (
    <Modal
      open
      title={t('cases.resolveTitle', { count: problem.openCases })}
      okText={t('cases.resolveDeed')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: resolve.isPending }}
      onOk={() =>
        resolve.mutate({
          params: { id: problem.id },
          body: { resolution, message: message.trim() || null, tell: isTelling },
        })
      }
      onCancel={onClose}
    >
      <div className="hy-problem-form">
        <p className="hy-quiet">{t('cases.resolveNote')}</p>
        <Field name={t('cases.resolution')} as="div">
          <Select
            aria-label={t('cases.resolution')}
            value={resolution}
            options={RESOLUTIONS.map((value) => ({ value, label: t(`cases:resolution.${value}`) }))}
            onChange={setResolution}
          />
        </Field>
        <Checkbox checked={isTelling} onChange={(event) => setTelling(event.target.checked)}>
          {t('cases.tell')}
        </Checkbox>
        {isTelling && (
          <Field name={t('cases.message')} note={t('cases.messageNote')}>
            <Input.TextArea
              maxLength={5000}
              autoSize={{ minRows: 3, maxRows: 8 }}
              value={message}
              onChange={(event) => setMessage(event.target.value)}
            />
          </Field>
        )}
      </div>
    </Modal>
  );
}
