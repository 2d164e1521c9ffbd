// The questions of the room as a queue: waiting times askers, each with a number that answers it.
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { QuestionRow } from './question-row.tsx';
import { useDesk } from './use-desk.tsx';
import { useSelection } from './use-selection.tsx';
import { useSuggested } from './use-suggested.ts';

/** Beyond that nobody answers in a show; they stay for the report. */
const SHOWN = 30;

export function Questions() {
  const { t } = useTranslation('livedesk');
  const { queue, chosen } = useSelection();
  const pending = useDesk('pending');
  const shelf = useDesk('shelf');
  const board = useDesk('board');
  const suggested = useSuggested();
  const groups = queue.groups.slice(0, SHOWN);
  return (
    <section className="ld-questions" aria-label={t('question.title')}>
      <header className="ld-head">
        <h2>{t('question.title')}</h2>
        <span className="ld-faint" title={t('question.order_why')}>
          {t('question.order')}
        </span>
        <span className="hy-grow" />
        {board.queue.length > 0 && (
          <span className="ld-handed">
            <Icon name="forward" size={14} />
            {t('question.handed', { count: board.queue.length })}
          </span>
        )}
      </header>
      {groups.length === 0 ? (
        <div className="ld-empty">
          <p>{t('question.empty')}</p>
          <p className="ld-faint">{t('question.empty_text')}</p>
        </div>
      ) : (
        <ol className="ld-question-list">
          {groups.map((group, at) => (
            <QuestionRow
              key={group.groupId}
              group={group}
              place={at}
              isChosen={group.groupId === chosen}
              isPending={pending.has(group.groupId)}
              product={shelf.find((one) => one.productId === group.productId) ?? null}
              found={suggested(group)}
              handedAt={board.queue.findIndex((one) => one.groupId === group.groupId)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
