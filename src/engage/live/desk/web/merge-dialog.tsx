// Puts two groups of the same question together; the larger words stay.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QuestionGroup } from '../../analysis/core/analysis.contract.ts';
import { useDeskHere } from './use-desk.tsx';
import { useSelection } from './use-selection.tsx';

/** Questions of the same class and product first: they are the likely ones. */
function likeness(one: QuestionGroup, other: QuestionGroup): number {
  return (one.class === other.class ? 2 : 0) + (one.productId === other.productId ? 1 : 0);
}

export function MergeDialog({ group, onClose }: { group: QuestionGroup; onClose: () => void }) {
  const { t } = useTranslation('livedesk');
  const { act } = useDeskHere();
  const { queue } = useSelection();
  const others = queue.groups
    .filter((one) => one.groupId !== group.groupId)
    .sort((one, other) => likeness(other, group) - likeness(one, group) || other.weight - one.weight)
    .slice(0, 12);
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('merge.title', { title: group.title })}
      footer={null}
      width={520}
      className="ld-modal"
    >
      <p className="hy-quiet">{t(others.length > 0 ? 'merge.text' : 'merge.none')}</p>
      <ul className="ld-merge">
        {others.map((one) => (
          <li key={one.groupId}>
            <button
              type="button"
              onClick={() => {
                void act({ do: 'merge', groupId: group.groupId, into: one.groupId }, group.groupId, {
                  text: t('done.merged', { title: one.title }),
                });
                onClose();
              }}
            >
              <span>{one.title}</span>
              <small>{t('question.askers', { count: one.askers })}</small>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
