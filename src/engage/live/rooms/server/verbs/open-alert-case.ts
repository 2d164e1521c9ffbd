// Makes a case of a red alarm at once: what was said comes in by the one gate, the case by its own door, once for each alarm.
import { type Env, systemEnv, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { casesOf, openOrJoin } from '../../../../../loop/act/cases/server/door.ts';
import { type Gate, recordInTransaction } from '../../../../../loop/collect/intake/server/door.ts';
import { type AlertInput, alertVoices } from '../../core/alert-voices.ts';
import { liveAlertRaised } from '../../core/room-events.contract.ts';
import { caseOfAlert, productsOf, saveAlertCase } from '../alert-case.store.ts';
import { rememberSpeakers } from '../known-people.store.ts';

/** @returns the case of the alarm; null when nothing of it could be recorded. Doing it again changes nothing. */
export async function openAlertCase(env: Env, gate: Gate, input: AlertInput): Promise<string | null> {
  // permit
  if (!may(env.actor, 'live.work')) return null;
  const { alert, room } = input;
  return env.db.write(async (tx) => {
    // load
    const known = await caseOfAlert(tx, room.sessionId, alert.alertId);
    if (known) return known.caseId;
    // decide
    const voices = alertVoices(input);
    // save
    const outcomes = await recordInTransaction(
      gate,
      tx,
      env,
      voices.map((voice) => voice.draft),
    );
    const said = voices.flatMap((voice, at) => {
      const id = outcomes[at]?.id;
      return id ? [{ ...voice, id }] : [];
    });
    if (said.length === 0) return null;
    const products = await productsOf(
      tx,
      said.map((one) => one.id),
    );
    await openOrJoin(
      tx,
      // The rule opens the case, also where an operator asked for it; that he did is told below.
      systemEnv(env.db, env.now, 'live'),
      said.map((one) => ({
        feedbackId: one.id,
        // One case for the alarm, whoever spoke; each stays the reporter of his own words.
        personId: null,
        groupKey: `live ${room.sessionId} ${alert.alertId}`,
        theme: null,
        channel: 'live',
        productId: products.get(one.id) ?? null,
        rating: null,
        sentimentScore: -1,
        urgent: true,
        vip: false,
        occurredAt: new Date(one.at),
        rule: 'urgent',
        floor: 'urgent',
        teamId: null,
        auto: true,
      })),
    );
    const feedbackId = said[0]!.id;
    const caseId = (await casesOf(tx, [feedbackId])).get(feedbackId) ?? null;
    await saveAlertCase(tx, {
      showId: room.sessionId,
      alertId: alert.alertId,
      feedbackId,
      caseId,
      raisedAt: new Date(alert.raisedAt),
    });
    const spoken = said.flatMap((one) => (one.uid ? [{ uid: one.uid, feedbackId: one.id }] : []));
    await rememberSpeakers(tx, room.sessionId, spoken, env.now);
    // tell
    await tell(tx, env, liveAlertRaised, {
      subject: room.sessionId,
      data: {
        roomId: room.roomId,
        showId: room.sessionId,
        alertId: alert.alertId,
        class: alert.class,
        productId: alert.productId,
        people: alert.people,
        feedbackId,
        caseId,
      },
    });
    return caseId;
  });
}
