// Who sat in the meeting and what was said beside the decisions.
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { joinWords } from '../../../../ui/join-words.ts';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useStaff } from '../../../act/cases/web/names.part.tsx';
import { changePackRoute, getPackRoute, listPacksRoute, type PackView } from '../core/review.contract.ts';

export function Attendance({ pack, mayEdit }: { pack: PackView; mayEdit: boolean }) {
  const { t, i18n } = useTranslation('review');
  const toast = useToast();
  const { members } = useStaff();
  const [notes, setNotes] = useState(pack.notes);
  useEffect(() => setNotes(pack.notes), [pack.notes]);
  const change = useVerb(changePackRoute, {
    refresh: [getPackRoute, listPacksRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const names = new Map([
    ...members.map((one) => [one.id, one.name] as const),
    ...pack.attendance.map((one) => [one.memberId, one.name] as const),
  ]);
  return (
    <div className="hy-pack-two hy-pack-people">
      <Section title={t('pack.attendance')}>
        {mayEdit ? (
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('pack.attendance')}
            placeholder={t('pack.attendanceHint')}
            value={pack.attendance.map((one) => one.memberId)}
            onChange={(attendance: string[]) => change.mutate({ params: { id: pack.id }, body: { attendance } })}
            options={[...names].map(([value, label]) => ({ value, label }))}
            style={{ width: '100%' }}
          />
        ) : (
          <p>
            {joinWords(
              pack.attendance.map((one) => one.name),
              i18n.language,
            ) || '–'}
          </p>
        )}
      </Section>
      <Section title={t('pack.notes')}>
        {mayEdit ? (
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 12 }}
            maxLength={8000}
            value={notes}
            aria-label={t('pack.notes')}
            placeholder={t('pack.notesHint')}
            onChange={(event) => setNotes(event.target.value)}
            onBlur={() => notes !== pack.notes && change.mutate({ params: { id: pack.id }, body: { notes } })}
          />
        ) : (
          <p className="hy-pack-notes">{pack.notes || '–'}</p>
        )}
      </Section>
    </div>
  );
}
