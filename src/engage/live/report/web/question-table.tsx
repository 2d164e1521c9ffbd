// Questions of a show; those without an answer become cases in one click, everybody who asked is told when it is answered.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import type { ShowRecord } from '../core/show-record.contract.ts';
import type { FollowupView } from '../core/show-report.contract.ts';
import { PlainTable } from './plain-table.tsx';
import { spanOf } from './say-span.ts';
import { FollowLink, useFollowUp } from './use-follow-up.tsx';
import type { ShowWords } from './use-show-words.ts';

const SHOWN = 20;

export function QuestionTable(props: {
  showId: string;
  record: ShowRecord;
  words: ShowWords;
  followups: readonly FollowupView[];
  isAnswered: boolean;
  onJump: (at: number) => void;
}) {
  const { t } = useTranslation('livereport');
  const { record, words, isAnswered } = props;
  const mayFollow = useCan('case.work') && !isAnswered;
  const follow = useFollowUp(props.showId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isWhole, setWhole] = useState(false);
  const all = record.groups.filter((one) => (one.state === 'answered') === isAnswered);
  const shown = isWhole ? all : all.slice(0, SHOWN);
  const made = new Map(props.followups.map((one) => [one.ref, one]));
  const open = shown.filter((one) => !made.has(one.groupId)).map((one) => one.groupId);
  const picked = chosen.filter((ref) => open.includes(ref));
  const answers = new Map(record.answers.flatMap((one) => (one.groupId ? [[one.groupId, one.text] as const] : [])));
  const toggle = (ref: string) =>
    setChosen(chosen.includes(ref) ? chosen.filter((one) => one !== ref) : [...chosen, ref].slice(-50));
  const columns = [
    'question',
    'product',
    'askers',
    'asked',
    'first',
    ...(isAnswered ? ['waited', 'answer'] : ['case']),
  ];
  return (
    <>
      {mayFollow && open.length > 0 && (
        <div className="show-follow">
          <Checkbox
            checked={picked.length > 0 && picked.length === open.length}
            indeterminate={picked.length > 0 && picked.length < open.length}
            onChange={() => setChosen(picked.length === open.length ? [] : open.slice(0, 50))}
          >
            {t('page.choose_all')}
          </Checkbox>
          <Button
            type="primary"
            disabled={picked.length === 0}
            loading={follow.isPending}
            onClick={() => follow.run(picked, () => setChosen([]))}
          >
            {picked.length === 0 ? t('page.make_case') : t('page.follow_up', { count: picked.length })}
          </Button>
        </div>
      )}
      <PlainTable
        label={t(isAnswered ? 'answered.title' : 'unanswered.title')}
        empty={t(isAnswered ? 'answered.empty' : 'unanswered.empty')}
        head={columns.map((one) => t(`column.${one}`))}
        numeric={[2, 3]}
        rows={shown.map((one) => ({
          key: one.groupId,
          onOpen: () => props.onJump(one.firstAt),
          ...(mayFollow && open.length > 0
            ? {
                lead: made.has(one.groupId) ? null : (
                  <Checkbox
                    aria-label={t('page.choose', { question: one.title })}
                    checked={picked.includes(one.groupId)}
                    onChange={() => toggle(one.groupId)}
                  />
                ),
              }
            : {}),
          cells: [
            words.said(one.title),
            words.product(one.productId),
            words.number(one.askers),
            words.number(one.count),
            words.clock(one.firstAt),
            ...(isAnswered
              ? [
                  one.answeredAt === null ? '–' : spanOf(t, one.answeredAt - one.firstAt),
                  answers.get(one.groupId) || t('answered.spoken'),
                ]
              : [made.has(one.groupId) ? <FollowLink key="case" followup={made.get(one.groupId)!} /> : '–']),
          ],
        }))}
      />
      {all.length > SHOWN && (
        <div className="show-follow">
          <Button type="link" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('page.fewer') : t('page.all', { count: all.length })}
          </Button>
        </div>
      )}
    </>
  );
}
