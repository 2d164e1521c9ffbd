// Teams: who shares a queue, and which department each one is.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../ui/client/hooks.ts';
import { useCan } from '../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../ui/places.tsx';
import { PageBody, Section } from '../../../ui/section.tsx';
import { RowsSkeleton } from '../../../ui/skeletons.tsx';
import { PlainTag } from '../../../ui/tags.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { listTeamsRoute, removeTeamRoute, type TeamView } from '../core/team.contract.ts';
import { TeamDialog } from './team-dialog.tsx';
import './teams.css';

export function TeamsPage() {
  const { t } = useTranslation('pagesettings');
  const toast = useToast();
  const mayEdit = useCan('team.edit');
  const read = useRead(listTeamsRoute, {}, { on: ['team.*', 'member.*'] });
  const [open, setOpen] = useState<TeamView | 'new' | null>(null);
  const remove = useVerb(removeTeamRoute, {
    refresh: [listTeamsRoute],
    onDone: () => toast.done(t('teams.removed')),
    onProblem: (problem) => toast.problem(problem),
  });
  const add = mayEdit && (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t('teams.add')}
    </Button>
  );
  const teams = read.data?.items ?? [];
  return (
    <>
      <PageHeader title={t('teams.title')} sentence={t('teams.sentence')} action={teams.length > 0 && add} />
      <PageBody>
        {read.isPending && <RowsSkeleton rows={4} height={64} columns={3} />}
        {read.error && <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />}
        {read.data && teams.length === 0 && (
          <EmptyPlace title={t('teams.empty')} text={t('teams.emptyText')} action={add} />
        )}
        {teams.length > 0 && (
          <Section title={t('teams.all')} flush>
            <ul className="hy-team-list">
              {teams.map((team) => (
                <li key={team.id}>
                  <div className="hy-team-name">
                    <strong>{team.name}</strong>
                    {team.department && <PlainTag>{t(`routing:team.department.${team.department}`)}</PlainTag>}
                  </div>
                  <div className="hy-team-people">
                    {team.members.length === 0 && <span className="hy-faint">{t('teams.nobody')}</span>}
                    {team.members.map((member) => (
                      <span
                        key={member.id}
                        className={member.available ? 'hy-team-person' : 'hy-team-person hy-team-away'}
                        title={member.available ? undefined : t('members.notAvailable')}
                      >
                        {member.name}
                        {!member.available && <span className="hy-hidden">{t('members.notAvailable')}</span>}
                      </span>
                    ))}
                  </div>
                  {mayEdit && (
                    <div className="hy-row-line">
                      <Button
                        size="small"
                        aria-label={t('teams.editOne', { name: team.name })}
                        onClick={() => setOpen(team)}
                      >
                        {t('teams.edit')}
                      </Button>
                      <ConfirmButton
                        size="small"
                        danger
                        aria-label={t('teams.removeOne', { name: team.name })}
                        question={t('teams.removeQuestion', { name: team.name })}
                        detail={t('teams.removeDetail')}
                        deed={t('teams.remove')}
                        onConfirm={() => remove.mutate({ params: { id: team.id } })}
                      >
                        {t('teams.remove')}
                      </ConfirmButton>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </PageBody>
      {open && (
        <TeamDialog
          team={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onSaved={(name) => {
            setOpen(null);
            toast.done(t('teams.saved', { name }));
          }}
        />
      )}
    </>
  );
}
