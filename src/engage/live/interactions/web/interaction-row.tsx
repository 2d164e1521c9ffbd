// One interaction as the operator sees it: its tally as bars, its questions, and its deeds.
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { joinWords } from '../../../../ui/join-words.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { useNow } from '../../../../ui/use-now.ts';
import { useSayMasks } from '../../../../ui/use-say-masks.ts';
import { QUESTION_HIDES } from '../core/interaction-draft.contract.ts';
import * as contract from '../core/interaction-routes.contract.ts';
import { CancelButton } from './cancel-button.tsx';

type View = z.output<typeof contract.interactionView>;

export function InteractionRow({ view, mayWork }: { view: View; mayWork: boolean }) {
  const { t, i18n } = useTranslation('interactions');
  const say = useSayMasks();
  const toast = useToast();
  const now = useNow('second');
  const refresh = [contract.listInteractionsRoute];
  const onProblem = (problem: Error) => toast.problem(problem);
  const close = useVerb(contract.closeInteractionRoute, {
    refresh,
    onDone: () => toast.done(t('said.closed')),
    onProblem,
  });
  const cancel = useVerb(contract.cancelInteractionRoute, {
    refresh,
    onDone: () => toast.done(t('said.cancelled')),
    onProblem,
  });
  const mark = useVerb(contract.markQuestionRoute, { refresh, onProblem });
  const params = { id: view.interactionId };
  const isOwn = view.kind !== 'lottery';
  const isOpen = view.state === 'open';
  const left = isOpen && view.closesAt !== null ? Math.max(0, Math.ceil((view.closesAt - now) / 1000)) : null;
  const most = Math.max(1, ...view.options.map((option) => option.votes ?? 0));
  const winners = view.prizes.flatMap((prize) => prize.winners);
  return (
    <li className={`live-play live-play-${view.state}`}>
      <header>
        <b>{view.title}</b>
        <span className="hy-quiet">
          {t(`kind.${view.kind}`)} · {t(`state.${view.state}`)}
          {left !== null &&
            ` · ${t('closes_in', { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` })}`}
        </span>
      </header>
      <p className="hy-quiet">
        {t('people', { count: view.people })}
        {view.rejected > 0 && ` · ${t('rejected', { count: view.rejected })}`}
        {view.uncounted && view.uncounted.network > 0 && ` · ${t('same_network', { count: view.uncounted.network })}`}
        {view.uncounted && view.uncounted.unsigned > 0 && ` · ${t('unsigned', { count: view.uncounted.unsigned })}`}
        {view.signedOnly && ` · ${t('signed_only')}`}
        {view.keyword && ` · ${t('typed_word', { word: view.keyword })}`}
      </p>
      {view.options.map((option) => (
        <div key={option.key} className={option.key === view.answer ? 'live-play-bar is-answer' : 'live-play-bar'}>
          <span>
            {option.key}. {option.label}
          </span>
          {option.votes !== null && (
            <>
              <span className="live-play-track">
                <span style={{ width: `${(option.votes / most) * 100}%` }} />
              </span>
              <span>{t('votes', { count: option.votes })}</span>
            </>
          )}
        </div>
      ))}
      {view.questions.map((question) => (
        <div key={question.questionId} className="live-play-question">
          <span className={question.isAnswered ? 'hy-quiet' : undefined}>
            {say(question.text)} · {question.votes}
          </span>
          {mayWork && isOpen && !question.isAnswered && (
            <span>
              <Button
                size="small"
                onClick={() =>
                  mark.mutate({ params: { ...params, questionId: question.questionId }, body: { isAnswered: true } })
                }
              >
                {t('deed.answered')}
              </Button>{' '}
              <Dropdown
                menu={{
                  items: QUESTION_HIDES.map((key) => ({ key, label: t(`hide_reason.${key}`) })),
                  onClick: ({ key }) =>
                    mark.mutate({
                      params: { ...params, questionId: question.questionId },
                      body: { hidden: key as (typeof QUESTION_HIDES)[number] },
                    }),
                }}
              >
                <Button size="small" type="text">
                  {t('deed.hide')}
                </Button>
              </Dropdown>
            </span>
          )}
        </div>
      ))}
      {winners.length > 0 && <p>{t('winners', { names: joinWords(winners, i18n.language) })}</p>}
      {view.resultHash && (
        <p className="hy-quiet live-play-hash">
          {t('hash')} <code>{view.resultHash}</code>
        </p>
      )}
      <div className="live-plays-deeds">
        {mayWork && isOwn && isOpen && (
          <>
            <ConfirmButton
              type="primary"
              loading={close.isPending}
              question={t('confirm.close')}
              detail={t('confirm.close_detail')}
              deed={t('deed.close')}
              onConfirm={() => close.mutate({ params })}
            >
              {t('deed.close')}
            </ConfirmButton>
            <CancelButton onCancel={(reason) => cancel.mutate({ params, body: { reason } })} />
          </>
        )}
        {view.publicUrl && (
          <Button type="link" href={view.publicUrl} target="_blank">
            {t('deed.public')}
          </Button>
        )}
      </div>
    </li>
  );
}
