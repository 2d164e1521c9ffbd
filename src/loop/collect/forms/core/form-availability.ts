// Tells whether a questionnaire may be begun now, and if not, why.
import type { FormSettings, FormState } from './form.contract.ts';
import type { PublicState } from './public-form.contract.ts';

/** @param full whether every place is taken */
export function availability(
  form: { state: FormState; settings: FormSettings },
  full: boolean,
  now: Date,
): PublicState {
  const { opensAt, closesAt } = form.settings;
  if (form.state !== 'open') return 'closed';
  if (opensAt && now.getTime() < Date.parse(opensAt)) return 'not_yet';
  if (closesAt && now.getTime() >= Date.parse(closesAt)) return 'ended';
  return full ? 'full' : 'open';
}
