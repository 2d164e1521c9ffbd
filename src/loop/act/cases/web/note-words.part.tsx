// Notes among members: reading one, and writing one in which colleagues are called by @.
import { Button, Mentions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { CaseNote } from '../core/case.contract.ts';
import { addNoteRoute } from '../core/case-routes.contract.ts';
import { CASE_READS } from './deed.part.tsx';
import { useStaff } from './names.part.tsx';

/** Splits a note so that the called names can be set apart. */
export function mentionPieces(text: string, names: readonly string[]): { text: string; called: boolean }[] {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (escaped.length === 0) return [{ text, called: false }];
  return text
    .split(new RegExp(`(@(?:${escaped.join('|')}))`))
    .filter(Boolean)
    .map((piece) => ({ text: piece, called: piece.startsWith('@') && names.includes(piece.slice(1)) }));
}

export function NoteWords({ note }: { note: CaseNote }) {
  const { t } = useTranslation('deskcases');
  const pieces = mentionPieces(
    note.text,
    note.mentions.map((one) => one.name),
  );
  return (
    <article className="desk-note">
      <header>
        <strong>{note.author.name}</strong>
        <span>{t('note.inside')}</span>
        <span className="hy-grow" />
        <RelativeTime at={note.createdAt} />
      </header>
      <p>
        {pieces.map((piece, index) => {
          const key = `${index} ${piece.text}`;
          return piece.called ? <b key={key}>{piece.text}</b> : <span key={key}>{piece.text}</span>;
        })}
      </p>
    </article>
  );
}

/** @param text kept by the caller, so that a half-written note outlives a look elsewhere */
export function NoteBox(props: { caseId: string; text: string; setText: (text: string) => void; onDone: () => void }) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const staff = useStaff();
  const [called, setCalled] = useState<ReadonlyMap<string, string>>(new Map());
  const add = useVerb(addNoteRoute, {
    refresh: CASE_READS,
    onDone: () => {
      toast.done(t('done.noted'));
      props.setText('');
      props.onDone();
    },
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  const save = () => {
    const text = props.text.trim();
    if (!text || add.isPending) return;
    const mentions = [...called].filter(([, name]) => text.includes(`@${name}`)).map(([id]) => id);
    add.mutate({ params: { id: props.caseId }, body: { text, mentions } });
  };
  return (
    <div className="desk-note-box">
      <Mentions
        autoFocus
        autoSize={{ minRows: 3, maxRows: 10 }}
        value={props.text}
        aria-label={t('note.label')}
        placeholder={t('note.placeholder')}
        options={staff.members
          .filter((one) => one.reads)
          .map((one) => ({ key: one.id, value: one.name, label: one.name }))}
        onSelect={({ value }) => {
          // The kit gives the choice another key, so the colleague is found by the name written.
          const one = staff.members.find((member) => member.name === value);
          if (one) setCalled((now) => new Map(now).set(one.id, one.name));
        }}
        onChange={props.setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            save();
          }
        }}
      />
      <div className="desk-box-foot">
        <span className="hy-faint">{t('note.sentence')}</span>
        <span className="hy-grow" />
        <Button type="primary" disabled={!props.text.trim()} loading={add.isPending} onClick={save}>
          {t('note.save')}
        </Button>
      </div>
    </div>
  );
}
