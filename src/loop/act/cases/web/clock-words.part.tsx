// A case's clocks in words: which is due next, why then, and how each came to stand where it stands.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ClockBadge, spanText } from '../../../../ui/clock-badge.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { type ClockView, listPoliciesRoute } from '../../clocks/core/clock.contract.ts';

const RUNNING = ['active', 'active_with_misses'];

/** What a clock measures, with its stage when it is a stage's. */
export function clockName(t: TFunction, clock: Pick<ClockView, 'kind' | 'stage'>): string {
  const kind = t(`clocks:kind.${clock.kind}`);
  return clock.stage ? `${kind} · ${t(`clocks:stage.${clock.stage}`, { defaultValue: clock.stage })}` : kind;
}

/** The running clock that falls due first; without one a paused one. */
export function nextClock(clocks: readonly ClockView[]): ClockView | undefined {
  const due = (clock: ClockView) => (clock.dueAt ? Date.parse(clock.dueAt) : Number.POSITIVE_INFINITY);
  const running = clocks.filter((one) => RUNNING.includes(one.state)).sort((a, b) => due(a) - due(b));
  return running[0] ?? clocks.find((one) => one.state === 'paused');
}

function badgeState(clock: ClockView): 'running' | 'paused' | 'hit' | 'missed' {
  if (RUNNING.includes(clock.state)) return clock.dueAt ? 'running' : 'paused';
  return clock.state === 'paused' || clock.state === 'cancelled' ? 'paused' : clock.state === 'hit' ? 'hit' : 'missed';
}

function usePolicyName(): (id: string | null) => string | null {
  const { t } = useTranslation('deskcases');
  const read = useRead(
    listPoliciesRoute,
    { query: { limit: 200 } },
    { enabled: useCan('clock.read'), freshMs: 300_000 },
  );
  return (id) => {
    const name = read.data?.items.find((one) => one.id === id)?.name;
    return name ? t('clock.byPolicy', { name }) : null;
  };
}

function Badge({ clock, label }: { clock: ClockView; label?: string }) {
  return (
    <ClockBadge
      {...(label ? { label } : {})}
      dueAt={clock.dueAt}
      state={badgeState(clock)}
      warnAt={clock.warnAt}
      remainingMs={clock.state === 'paused' ? clock.remainingMs : null}
    />
  );
}

/** One line: what is due, when, and the reason. */
export function DueLine({ clocks }: { clocks: readonly ClockView[] }) {
  const { t } = useTranslation('deskcases');
  const policyName = usePolicyName();
  const clock = nextClock(clocks);
  if (!clock) {
    const ended = clocks.filter((one) => one.state === 'hit' || one.state === 'missed');
    const missed = ended.filter((one) => one.state === 'missed').length;
    const words =
      ended.length === 0
        ? t('clock.none')
        : missed === 0
          ? t('clock.allHit')
          : t('clock.someMissed', { count: missed });
    return <p className="desk-due hy-quiet">{words}</p>;
  }
  const last = clock.reasons.at(-1);
  // That a clock runs is seen; the word is worth its place only where something happened since.
  const why = last && last.code !== 'started' && t(`clocks:reason.${last.code}`);
  const words = [why, policyName(clock.policyId)].filter(Boolean).join(' · ');
  return (
    <p className="desk-due">
      <Badge clock={clock} label={clockName(t, clock)} />
      <span className="desk-due-why">
        {clock.dueAt && (
          <>
            {t('clock.due')} <RelativeTime at={clock.dueAt} full />
          </>
        )}
        {words && `${clock.dueAt ? ' · ' : ''}${words}`}
      </span>
    </p>
  );
}

/** Every clock with its history. */
export function ClocksPanel({ clocks }: { clocks: readonly ClockView[] }) {
  const { t } = useTranslation('deskcases');
  const policyName = usePolicyName();
  if (clocks.length === 0) return null;
  return (
    <Section title={t('clock.title')}>
      <ul className="desk-clocks">
        {clocks.map((clock) => (
          <li key={clock.id}>
            <details>
              <summary>
                <span>{clockName(t, clock)}</span>
                {clock.state === 'cancelled' ? (
                  <span className="hy-faint">{t('clocks:state.cancelled')}</span>
                ) : (
                  <Badge clock={clock} />
                )}
              </summary>
              <p>
                {t('clock.used', {
                  used: spanText(t, clock.elapsedMs),
                  target: spanText(t, clock.targetMs),
                })}
                {clock.misses > 0 && ` · ${t('clock.misses', { count: clock.misses })}`}
                {policyName(clock.policyId) && ` · ${policyName(clock.policyId)}`}
              </p>
              <ol>
                {clock.reasons.map((reason) => (
                  <li key={`${reason.at} ${reason.code}`}>
                    <span>{t(`clocks:reason.${reason.code}`)}</span>
                    <RelativeTime at={reason.at} />
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
