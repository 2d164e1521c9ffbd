// Names a team, says which department it is, and who belongs to it.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useVerb } from '../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../ui/client/problem.ts';
import { useCan } from '../../../ui/client/session.tsx';
import { listMembersRoute } from '../../members/core/member.contract.ts';
import { PlainField } from '../../members/web/settings-parts.part.tsx';
import {
  changeTeamRoute,
  createTeamRoute,
  DEPARTMENTS,
  listTeamsRoute,
  setTeamMembersRoute,
  type TeamDraft,
  type TeamView,
} from '../core/team.contract.ts';

export function TeamDialog(props: { team: TeamView | null; onClose: () => void; onSaved: (name: string) => void }) {
  const { t } = useTranslation('pagesettings');
  const { team } = props;
  const [name, setName] = useState(team?.name ?? '');
  const [department, setDepartment] = useState(team?.department ?? '');
  const [memberIds, setMemberIds] = useState((team?.members ?? []).map((member) => member.id));
  const [trouble, setTrouble] = useState('');
  const members = useList(listMembersRoute, { query: { limit: 200 } }, { enabled: useCan('member.read') }).items;
  const onProblem = (problem: unknown) =>
    setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem));
  const setPeople = useVerb(setTeamMembersRoute, {
    refresh: [listTeamsRoute],
    onDone: (saved) => props.onSaved(saved.name),
    onProblem,
  });
  const onDone = (saved: TeamView) => setPeople.mutate({ params: { id: saved.id }, body: { memberIds } });
  const create = useVerb(createTeamRoute, { refresh: [listTeamsRoute], onDone, onProblem });
  const change = useVerb(changeTeamRoute, { refresh: [listTeamsRoute], onDone, onProblem });
  const save = () => {
    setTrouble('');
    const body: TeamDraft = { name: name.trim(), department: (department || null) as TeamDraft['department'] };
    if (!body.name) return setTrouble(t('teams.nameMissing'));
    return team ? change.mutate({ params: { id: team.id }, body }) : create.mutate({ body });
  };
  const working = members.filter((member) => member.state !== 'disabled' || memberIds.includes(member.id));
  return (
    <Modal
      open
      title={team ? team.name : t('teams.add')}
      okText={t(team ? 'teams.save' : 'teams.create')}
      confirmLoading={create.isPending || change.isPending || setPeople.isPending}
      onOk={save}
      onCancel={props.onClose}
    >
      <form
        className="hy-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PlainField name={t('teams.name')}>
          <Input autoFocus value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        </PlainField>
        <PlainField name={t('teams.department')} note={t('teams.departmentNote')} group>
          <Select
            aria-label={t('teams.department')}
            value={department}
            options={[
              { value: '', label: t('teams.noDepartment') },
              ...DEPARTMENTS.map((value) => ({ value: value as string, label: t(`routing:team.department.${value}`) })),
            ]}
            onChange={setDepartment}
          />
        </PlainField>
        <PlainField name={t('teams.members')} group>
          <Select
            mode="multiple"
            aria-label={t('teams.members')}
            placeholder={t('teams.pick')}
            value={memberIds}
            showSearch={{ optionFilterProp: 'label' }}
            options={working.map((member) => ({ value: member.id, label: member.name }))}
            onChange={setMemberIds}
          />
        </PlainField>
        {trouble && (
          <p role="alert" className="hy-ink-negative" style={{ margin: 0 }}>
            {trouble}
          </p>
        )}
      </form>
    </Modal>
  );
}
