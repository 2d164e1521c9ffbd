// Answering a customer: to whom, by which way, in whose words, and what the case waits for afterwards.
import { Button, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../ui/client/call.ts';
import { useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { Caps } from '../../../../ui/keys.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { CaseView } from '../../../act/cases/core/case.contract.ts';
import { CASE_READS } from '../../../act/cases/web/deed.part.tsx';
import { listTasksRoute, type WayWish } from '../../deliveries/core/delivery.contract.ts';
import { fillTemplateRoute, type TemplateView } from '../../templates/core/template.contract.ts';
import { type PickerKeys, slashWord, TemplatePicker } from '../../templates/web/template-picker.part.tsx';
import {
  caseConversationRoute,
  MAX_REPLY,
  NEXT_STATUSES,
  type ReporterView,
  sendReplyRoute,
} from '../core/conversation.contract.ts';
import { Recipient } from './recipient.tsx';

const EVERYBODY = 'all';
type Next = (typeof NEXT_STATUSES)[number];

export function ReplyBox(props: {
  view: CaseView;
  text: string;
  setText: (text: string) => void;
  reporters: readonly ReporterView[];
  reporterTotal: number;
  reporter: string | undefined;
  onReporter: (key: string) => void;
  onDone: () => void;
}) {
  const { t, i18n } = useTranslation('deskanswer');
  const toast = useToast();
  const { mail } = useSession();
  const { view, text, setText, reporters } = props;
  const field = useRef<TextAreaRef>(null);
  const picker = useRef<PickerKeys>(null);
  const [toAll, setToAll] = useState(false);
  const [way, setWay] = useState<WayWish>('auto');
  const [next, setNext] = useState<Next>('pending');
  const [word, setWord] = useState<string | null>(null);
  // Unchanged words of a template are sent as the template, so that each reporter reads his own name.
  const [filled, setFilled] = useState<{ id: string; text: string } | null>(null);
  const reporter = reporters.find((one) => one.key === props.reporter) ?? reporters[0];
  const settled = view.status === 'resolved' || view.status === 'verified';
  const send = useVerb(sendReplyRoute, {
    refresh: [...CASE_READS, caseConversationRoute, listTasksRoute],
    onDone: ({ replies }) => {
      const first = replies[0];
      setText('');
      toast.done(
        replies.length > 1
          ? t('reply.sentMany', { count: replies.length })
          : t(`reply.sentBy.${first?.way === 'email' && mail === 'kept' ? 'kept' : (first?.way ?? 'page')}`),
      );
      props.onDone();
    },
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  const submit = () => {
    const words = text.trim();
    if (!words || send.isPending) return;
    const asTemplate = filled && filled.text === words;
    send.mutate({
      params: { id: view.id },
      body: {
        ...(asTemplate ? { templateId: filled.id } : { text: words }),
        way,
        ...(toAll ? { to: EVERYBODY } : reporter ? { to: reporter.key } : {}),
        ...(settled ? {} : { nextStatus: next }),
      },
    });
  };
  const caret = () => field.current?.resizableTextArea?.textArea.selectionStart ?? text.length;
  const write = (value: string) => {
    setText(value);
    setWord(slashWord(value.slice(0, caret())));
  };
  const pick = async (template: TemplateView) => {
    const at = caret();
    const slash = word === null || slashWord(text.slice(0, at)) === null ? 0 : word.length + 1;
    setWord(null);
    try {
      const answer = await call(fillTemplateRoute, {
        params: { id: template.id },
        body: { caseId: view.id, ...(reporter ? { reporter: reporter.key } : {}) },
      });
      const whole = text.slice(0, at - slash) + answer.text + text.slice(at);
      setText(whole);
      setFilled(whole.trim() === answer.text.trim() ? { id: template.id, text: answer.text.trim() } : null);
      if (answer.missing.length > 0)
        toast.done(t('reply.missing', { names: answer.missing.map((name) => t(`variable.${name}`)).join(', ') }));
      field.current?.focus();
    } catch (error) {
      toast.problem(error);
    }
  };
  return (
    <div className="desk-reply">
      <Recipient
        reporters={reporters}
        total={props.reporterTotal}
        reporter={reporter}
        toAll={toAll}
        way={way}
        onWay={setWay}
        onChange={(key) => {
          setToAll(key === EVERYBODY);
          if (key !== EVERYBODY) props.onReporter(key);
        }}
      />
      <Input.TextArea
        ref={field}
        autoFocus
        autoSize={{ minRows: 4, maxRows: 14 }}
        maxLength={MAX_REPLY}
        value={text}
        aria-label={t('write.reply')}
        placeholder={t('reply.placeholder')}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (word !== null && picker.current?.onKey(event.key)) event.preventDefault();
          else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            submit();
          }
        }}
      />
      {word !== null && (
        <TemplatePicker
          word={word}
          language={i18n.language}
          onPick={(one) => void pick(one)}
          onClose={() => setWord(null)}
          keys={picker}
        />
      )}
      <div className="desk-box-foot">
        <Button
          type="text"
          icon={<Icon name="note" size={16} />}
          aria-expanded={word !== null}
          onClick={() => {
            setWord(word === null ? '' : null);
            field.current?.focus();
          }}
        >
          {t('reply.templates')}
        </Button>
        <span className="hy-grow" />
        {!settled && (
          <Select
            variant="borderless"
            popupMatchSelectWidth={false}
            aria-label={t('reply.then')}
            value={next}
            options={NEXT_STATUSES.map((value) => ({ value, label: t(`reply.next.${value}`) }))}
            onChange={setNext}
          />
        )}
        <Button type="primary" disabled={!text.trim()} loading={send.isPending} onClick={submit}>
          {t(toAll ? 'reply.sendAll' : 'reply.send', { count: props.reporterTotal })}
          <Caps keys="mod+Enter" />
        </Button>
      </div>
    </div>
  );
}
