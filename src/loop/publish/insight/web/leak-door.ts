// Where the voices stuck at one place of the loop can be read: the explorer where its filters say the same, else the rows themselves.
import type { Leak } from '../core/insight.contract.ts';

export function leakDoor(
  leak: Leak,
  period: { from: string; to: string },
): { to: string; search?: Record<string, string> } {
  const days = { saidFrom: period.from, saidTo: period.to };
  if (leak === 'waiting') return { to: '/imports' };
  if (leak === 'urgent_uncased')
    return { to: '/feedback', search: { ...days, class: 'urgent', case: 'no', repeats: 'hide' } };
  if (leak === 'complaint_uncased')
    return { to: '/feedback', search: { ...days, intent: 'complain', case: 'no', repeats: 'hide' } };
  return { to: '/insight/rows', search: { leak, from: period.from, to: period.to } };
}
