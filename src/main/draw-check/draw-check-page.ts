// The page that computes a draw again from its public file, away from us.
import { checkerPage, fileField, textField } from '../offline-check/checker-page.ts';

const known = (id: string) => textField(id, `check.${id}`, 'check.optional');

/** The page; null where the checker was not built. */
export const drawCheckPage = checkerPage({
  folder: 'draw-check',
  title: 'check.title',
  lead: 'check.lead',
  fields: `${fileField('file', 'check.choose')} <span class="small" data-say="check.drop"></span>
${fileField('receipt', 'check.receipt', true)}
<details><summary data-say="check.knownMore"></summary>${known('key')}${known('commitment')}${known('root')}</details>`,
  style: `summary{cursor:pointer;margin-top:1.1rem;color:#0b5f58}.steps{list-style:none;margin:.8rem 0;padding:0}.steps li{border-top:1px solid #cbc5b9;padding:.45rem 0}
.steps .ok b{color:#0b6b3a}.steps .bad b{color:#8c1b12}.steps .none{color:#6b655b}.fault{margin:.2rem 0 0 1.4rem}`,
  namespace: 'draws',
  sentences: ({ check, claim }) => ({ check, claim }),
});
