// Begins a poll, quiz, Q&A, coupon, check-in or roll-call: only what this kind needs is asked.
import { Button, Checkbox, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import type { InteractionDraft, OwnKind } from '../core/interaction-draft.contract.ts';
import { listInteractionsRoute, openInteractionRoute } from '../core/interaction-routes.contract.ts';

export type BeginKind = OwnKind;
const MOST_OPTIONS = 9;

export function BeginForm({ roomId, kind, onDone }: { roomId: string; kind: BeginKind; onDone: () => void }) {
  const { t } = useTranslation('interactions');
  const toast = useToast();
  const [title, setTitle] = useState('');
  const [options, setOptions] = useState(['', '']);
  const [answer, setAnswer] = useState(1);
  const [seconds, setSeconds] = useState<number | null>(60);
  const [keyword, setKeyword] = useState('');
  const [words, setWords] = useState('');
  const [quantity, setQuantity] = useState<number | null>(null);
  const [flags, setFlags] = useState({ typed: true, replaces: false, hidden: false, signed: false });
  const open = useVerb(openInteractionRoute, {
    refresh: [listInteractionsRoute],
    onDone: () => {
      toast.done(t('said.opened'));
      onDone();
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const hasOptions = kind === 'poll' || kind === 'quiz';
  const said = options.map((one) => one.trim()).filter(Boolean);
  const isWhole =
    title.trim() !== '' &&
    (!hasOptions || said.length >= 2) &&
    ((kind !== 'coupon' && kind !== 'rollcall') || words.trim() !== '');
  const body = (): InteractionDraft => {
    const base = { title, seconds, keyword: keyword.trim() || null, ...(flags.signed ? { signedOnly: true } : {}) };
    if (kind === 'poll') {
      return {
        kind,
        ...base,
        options: said,
        typed: flags.typed,
        secondVote: flags.replaces ? 'replaces' : 'ignored',
        shows: flags.hidden ? 'final' : 'always',
      };
    }
    if (kind === 'quiz') return { kind, ...base, options: said, answer, typed: flags.typed };
    if (kind === 'coupon') return { kind, ...base, value: words, quantity };
    if (kind === 'rollcall') return { kind, ...base, thanksFor: words };
    return { kind, ...base };
  };
  const flag = (name: keyof typeof flags, label: string) => (
    <Checkbox checked={flags[name]} onChange={(event) => setFlags({ ...flags, [name]: event.target.checked })}>
      {t(label)}
    </Checkbox>
  );
  return (
    <form
      className="live-plays-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) open.mutate({ params: { id: roomId }, body: body() });
      }}
    >
      <label htmlFor="play-title">
        {t('field.title')}
        <Input
          id="play-title"
          autoFocus
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      {hasOptions && (
        <Radio.Group value={answer} onChange={(event) => setAnswer(event.target.value as number)}>
          {options.map((option, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: options have no name of their own before they are written
            <div key={at} className="live-plays-option">
              {kind === 'quiz' && <Radio value={at + 1} aria-label={t('field.answer')} />}
              <Input
                aria-label={t('field.option', { number: at + 1 })}
                placeholder={t('field.option', { number: at + 1 })}
                maxLength={60}
                value={option}
                onChange={(event) => setOptions(options.map((one, index) => (index === at ? event.target.value : one)))}
              />
            </div>
          ))}
        </Radio.Group>
      )}
      {hasOptions && options.length < MOST_OPTIONS && (
        <Button type="text" onClick={() => setOptions([...options, ''])}>
          {t('deed.add')}
        </Button>
      )}
      {(kind === 'coupon' || kind === 'rollcall') && (
        <label htmlFor="play-words">
          {t(kind === 'coupon' ? 'field.value' : 'field.thanks_for')}
          <Input id="play-words" maxLength={120} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      {kind === 'coupon' && (
        <label htmlFor="play-quantity">
          {t('field.quantity')}
          <InputNumber id="play-quantity" min={1} max={1_000_000} value={quantity} onChange={setQuantity} />
        </label>
      )}
      {!hasOptions && kind !== 'rollcall' && (
        <label htmlFor="play-keyword">
          {t('field.keyword')}
          <Input
            id="play-keyword"
            maxLength={20}
            value={keyword}
            onChange={(event) => setKeyword(event.target.value)}
          />
        </label>
      )}
      <label htmlFor="play-seconds">
        {t('field.seconds')}
        <InputNumber
          id="play-seconds"
          min={5}
          max={86_400}
          placeholder={t('field.seconds_hint')}
          value={seconds}
          onChange={setSeconds}
        />
      </label>
      {hasOptions && flag('typed', 'field.typed')}
      {kind === 'poll' && flag('replaces', 'field.replaces')}
      {kind === 'poll' && flag('hidden', 'field.hidden_votes')}
      {flag('signed', 'field.signed_only')}
      <div>
        <Button type="primary" htmlType="submit" disabled={!isWhole} loading={open.isPending}>
          {t('deed.open')}
        </Button>
      </div>
    </form>
  );
}
