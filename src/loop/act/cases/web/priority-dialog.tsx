// Setting a priority by hand: the reason is asked, because somebody will wonder.
import { Form, Input, type InputRef, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PriorityTag } from '../../../../ui/tags.tsx';
import { PRIORITIES, type Priority } from '../core/case.contract.ts';
import { type DeedCase, useBulkDeed } from './deed.part.tsx';

export function PriorityDialog({ cases, onClose }: { cases: readonly DeedCase[]; onClose: () => void }) {
  const { t } = useTranslation('deskcases');
  const { run, isPending } = useBulkDeed(onClose);
  const field = useRef<InputRef>(null);
  const [priority, setPriority] = useState<Priority>((cases[0]?.priority as Priority | undefined) ?? 'high');
  const [reason, setReason] = useState('');
  const save = () => reason.trim() && run(cases, { verb: 'priority', priority, reason: reason.trim() });
  return (
    <Modal
      open
      title={t('priority.title', { count: cases.length })}
      okText={t('priority.save')}
      okButtonProps={{ disabled: !reason.trim(), loading: isPending }}
      onOk={save}
      onCancel={onClose}
      afterOpenChange={(open) => open && field.current?.focus()}
      width={440}
    >
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t('priority.level')}>
          <Radio.Group value={priority} onChange={(event) => setPriority(event.target.value as Priority)}>
            {PRIORITIES.toReversed().map((value) => (
              <Radio key={value} value={value}>
                <PriorityTag value={value} />
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item label={t('priority.reason')} htmlFor="priority-reason" style={{ marginBottom: 0 }}>
          <Input
            ref={field}
            id="priority-reason"
            autoFocus
            maxLength={300}
            value={reason}
            placeholder={t('priority.reasonExample')}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={save}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
