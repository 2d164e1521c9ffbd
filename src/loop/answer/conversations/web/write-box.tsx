// The box to write in: an answer to the customer or a note among colleagues, closed to one line until wanted.
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { Caps } from '../../../../ui/keys.tsx';
import type { CaseView } from '../../../act/cases/core/case.contract.ts';
import { NoteBox } from '../../../act/cases/web/note-words.part.tsx';
import type { ReporterView } from '../core/conversation.contract.ts';
import { ReplyBox } from './reply-box.tsx';
import { useDraft } from './use-draft.ts';

export type Writing = 'reply' | 'note';

export interface WriteBoxProps {
  view: CaseView;
  writing: Writing | null;
  onWriting: (mode: Writing | null) => void;
  mayReply: boolean;
  /** the one who spoke last first */
  reporters: readonly ReporterView[];
  reporterTotal: number;
  reporter: string | undefined;
  onReporter: (key: string) => void;
}

export function WriteBox(props: WriteBoxProps) {
  const { t } = useTranslation('deskanswer');
  const { writing, onWriting, view } = props;
  const [reply, setReply] = useDraft(`reply.${view.id}`);
  const [note, setNote] = useDraft(`note.${view.id}`);
  const tabs: Writing[] = props.mayReply ? ['reply', 'note'] : ['note'];
  const half = { reply: reply.trim() !== '', note: note.trim() !== '' };
  return (
    <section
      className={`desk-write ${writing ? `desk-write-${writing}` : 'desk-write-closed'}`}
      aria-label={t('write.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onWriting(null);
      }}
    >
      <div className="desk-write-tabs">
        {tabs.map((mode) => (
          <button
            key={mode}
            type="button"
            aria-pressed={writing === mode}
            onClick={() => onWriting(writing === mode ? null : mode)}
          >
            <Icon name={mode} size={16} />
            {t(`write.${mode}`)}
            {half[mode] && writing !== mode && <em>{t('write.half')}</em>}
            {!writing && <Caps keys={mode === 'reply' ? 'r' : 'n'} />}
          </button>
        ))}
      </div>
      {writing === 'reply' && (
        <ReplyBox
          view={view}
          text={reply}
          setText={setReply}
          reporters={props.reporters}
          reporterTotal={props.reporterTotal}
          reporter={props.reporter}
          onReporter={props.onReporter}
          onDone={() => onWriting(null)}
        />
      )}
      {writing === 'note' && <NoteBox caseId={view.id} text={note} setText={setNote} onDone={() => onWriting(null)} />}
    </section>
  );
}
