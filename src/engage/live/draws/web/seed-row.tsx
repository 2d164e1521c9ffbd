// One draw that waits for the number its host reads aloud: how long there is, what to do, and the field to do it.
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { type DrawRowView, giveSeedRoute, listDrawsRoute, readDrawRoute } from '../core/draw.contract.ts';

/** From here on the countdown is red. */
export const PRESSING_MS = 60_000;
/** What the route takes. */
const SEED = /^[\p{L}\p{N} ,.-]{1,60}$/u;

/** Minutes and seconds until then: `4:05`. */
export function leftOf(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function SeedRow(props: {
  draw: DrawRowView;
  now: number;
  mayEdit: boolean;
  isFirst: boolean;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation('draws');
  const toast = useToast();
  const { draw, now } = props;
  const [seed, setSeed] = useState('');
  const reveal = useVerb(giveSeedRoute, {
    refresh: [readDrawRoute, listDrawsRoute],
    onDone: () => toast.done(t('said.revealed')),
    onProblem: (problem) => toast.problem(problem),
  });
  const until = Date.parse(draw.revealBy!);
  const isOver = until <= now;
  const text = seed.trim();
  const isTaken = SEED.test(text);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isTaken && !isOver) reveal.mutate({ params: { id: draw.id }, body: { seed: text } });
  };
  const by = new Date(until).toLocaleTimeString(i18n.language, { hour12: false });
  return (
    <form className={until - now <= PRESSING_MS ? 'seed-row is-pressing' : 'seed-row'} onSubmit={send}>
      <b className="seed-left" role="timer" aria-label={t('seed.left', { time: leftOf(until, now) })}>
        {leftOf(until, now)}
      </b>
      <div className="seed-words">
        <strong>{t('seed.waits', { title: draw.title })}</strong>
        <span>
          {t(isOver ? 'seed.over' : props.mayEdit ? 'seed.text' : 'seed.read_only', { by })} {props.children}
        </span>
      </div>
      {props.mayEdit && (
        <div className="seed-field">
          <Input
            aria-label={t('seed.field', { title: draw.title })}
            placeholder={t('seed.placeholder')}
            maxLength={60}
            autoComplete="off"
            disabled={isOver}
            status={text && !isTaken ? 'error' : ''}
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
            suffix={props.isFirst && !seed ? <kbd className="seed-key">V</kbd> : <span />}
          />
          <Button type="primary" htmlType="submit" disabled={!isTaken || isOver} loading={reveal.isPending}>
            {t('deed.reveal')}
          </Button>
          {text && !isTaken && <small role="alert">{t('seed.signs')}</small>}
        </div>
      )}
    </form>
  );
}
