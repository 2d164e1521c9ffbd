// Weighs a comment by the wave it belongs to; when a wave shows itself, what its members added before is taken back.
import type { Heart } from './heart.ts';
import type { WaveComment } from './wave-watch.ts';

/** Weight of the comment, 0-1. */
export function takeWave(heart: Heart, said: WaveComment): number {
  const { weight, found, alertId } = heart.waves.take(said);
  if (alertId !== null) {
    const held = heart.alerts.get(alertId);
    if (held !== null) heart.alerts.feed(held, said.hit);
  }
  if (found === null) return weight;
  const held = heart.alerts.raise({
    kind: 'wave',
    level: 'amber',
    class: said.reading.class,
    matter: null,
    productId: said.productId,
    at: said.hit.at,
    z: null,
    reasons: found.reasons,
    hits: found.members.map((member) => member.hit),
    price: null,
  });
  found.cluster.alertId = held.alert.alertId;
  const off = 1 - found.weight;
  for (const member of found.members) {
    if (member.hit.eventId === said.hit.eventId || member.isBuyer) continue;
    heart.time.add('waved', member.index, off);
    const bucket = heart.time.bucket(member.index);
    if (bucket !== null) {
      bucket.waved = Math.round((bucket.waved + off) * 100) / 100;
      if (member.voted > 0) bucket.positive = Math.max(0, Math.round((bucket.positive - off) * 100) / 100);
      if (member.voted < 0) bucket.negative = Math.max(0, Math.round((bucket.negative - off) * 100) / 100);
    }
    if (member.voted !== 0 && member.productId !== null)
      heart.pulses.add(member.productId, member.voted, -off, member.at);
    heart.lines.weigh(`${member.key}|`, found.weight);
  }
  heart.alerts.remark(
    new Set(held.alert.evidence),
    { key: 'in_wave', values: { people: held.alert.people } },
    held.alert.alertId,
  );
  return weight;
}
