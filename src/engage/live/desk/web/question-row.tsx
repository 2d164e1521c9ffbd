// One question of many people: its words, how many asked, how long they wait, what the shop has already said to it.
import { Button, Dropdown } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { useSayMasks } from '../../../../ui/use-say-masks.ts';
import type { QuestionGroup } from '../../analysis/core/analysis.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import { Samples } from './samples.tsx';
import { Since } from './since.tsx';
import { useDeeds } from './use-deeds.ts';
import { useDeskHere } from './use-desk.tsx';
import { useSelection } from './use-selection.tsx';
import type { Suggested } from './use-suggested.ts';

/** Five people without an answer for two minutes: a question that waits too long. */
const LATE_ASKERS = 5;
const LATE_MS = 120_000;

interface RowProps {
  group: QuestionGroup;
  /** Place in the queue, 0-based; the first nine have a key. */
  place: number;
  isChosen: boolean;
  isPending: boolean;
  product: ShelfProduct | null;
  found: Suggested | null;
  /** Place in the host's queue, −1 when not handed over. */
  handedAt: number;
}

export const QuestionRow = memo(function QuestionRow(props: RowProps) {
  const { t } = useTranslation(['livedesk', 'liveterms']);
  const { mayWork } = useDeskHere();
  const { choose } = useSelection();
  const deeds = useDeeds();
  const { group, found } = props;
  const title = useSayMasks()(group.title);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (props.isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [props.isChosen]);
  const className = ['ld-question', props.isChosen ? 'ld-chosen' : '', props.isPending ? 'ld-pending' : ''];
  return (
    <li ref={row} className={className.join(' ')} data-group={group.groupId}>
      <span className="ld-place" aria-hidden="true">
        {props.place < 9 ? props.place + 1 : ''}
      </span>
      <div className="ld-question-main">
        <button
          type="button"
          className="ld-question-title"
          aria-expanded={props.isChosen}
          onClick={() => choose(props.isChosen ? null : group.groupId)}
        >
          {title}
        </button>
        <p className="ld-question-facts">
          <span>{t(`liveterms:class.${group.class}`)}</span>
          {props.product && (
            <span className="ld-product-name">
              {t('livedesk:air.link', { index: props.product.index })} {props.product.title}
            </span>
          )}
          {group.votes > 0 && <span>{t('livedesk:question.votes', { count: group.votes })}</span>}
          {props.handedAt >= 0 && (
            <span className="ld-handed">{t('livedesk:question.at_host', { place: props.handedAt + 1 })}</span>
          )}
          {group.state === 'answered' && (
            <span className="ld-again">{t('livedesk:question.again', { count: group.again })}</span>
          )}
        </p>
        {found && <Answer found={found} />}
        {props.isChosen && group.samples.length > 0 && <Samples of={group.samples.slice(0, 3)} />}
      </div>
      <div className="ld-question-weight">
        <strong title={t('livedesk:question.askers_why', { count: group.count })}>
          {t('livedesk:question.askers', { count: group.askers })}
        </strong>
        <Since
          at={group.firstAt}
          label={t('livedesk:question.waiting')}
          {...(group.askers >= LATE_ASKERS ? { lateMs: LATE_MS } : {})}
        />
      </div>
      {mayWork && (
        <div className="ld-question-deeds">
          <Button
            className="ld-answered"
            aria-label={t('livedesk:question.answered_of', { title })}
            title={t('livedesk:question.answered')}
            icon={<Icon name="check" size={20} />}
            onClick={() => deeds.answer(group)}
          />
          <MoreDeeds group={group} />
        </div>
      )}
    </li>
  );
});

function Answer({ found }: { found: Suggested }) {
  const { t } = useTranslation('livedesk');
  const { source } = found;
  const where =
    source.kind === 'fact'
      ? t('answer.from_fact', { topic: source.topic })
      : source.kind === 'template'
        ? t('answer.from_template', { name: source.name })
        : t('answer.from_shelf');
  return (
    <p className="ld-answer" title={found.words}>
      <Icon name="reply" size={14} />
      <span className="ld-answer-words">{found.words}</span>
      <span className="ld-answer-source">{where}</span>
    </p>
  );
}

/** The menu is made when it is opened. */
function MoreDeeds({ group }: { group: QuestionGroup }) {
  const { t } = useTranslation('livedesk');
  const [open, setOpen] = useState(false);
  const deeds = useDeeds();
  const button = (
    <button
      type="button"
      className="ld-icon-button"
      aria-label={t('question.more_of', { title: group.title })}
      aria-haspopup="menu"
      onClick={() => setOpen(true)}
    >
      <Icon name="more" size={18} />
    </button>
  );
  if (!open) return button;
  const items = [
    { key: 'hand', label: t('question.hand'), extra: 'Q', onClick: () => deeds.hand(group) },
    { key: 'merge', label: t('question.merge'), extra: 'M', onClick: () => deeds.merge(group) },
    { key: 'dismiss', label: t('question.dismiss'), extra: 'D', onClick: () => deeds.dismiss(group) },
  ];
  return (
    <Dropdown
      open
      menu={{ items, autoFocus: true, onClick: () => setOpen(false) }}
      onOpenChange={setOpen}
      trigger={['click']}
    >
      {button}
    </Dropdown>
  );
}
