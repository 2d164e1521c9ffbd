// Ways of bending a draw that must not go unnoticed: by somebody with the file, and by an organiser who signs everything anew.
import type { DrawFile, DrawReceipt } from './core/draw-file.contract.ts';
import { hashOfRecord } from './core/draw-hash.ts';
import { createEntryList } from './core/entry-list.ts';

export interface Tampering {
  name: string;
  /** `organiser`: he holds the key and signs and links all records anew afterwards. */
  by: 'anybody' | 'organiser';
  bend(file: DrawFile, receipts: DrawReceipt[]): void;
}

const other = (hex: string) => `${hex[0] === '0' ? '1' : '0'}${hex.slice(1)}`;
const added = (file: DrawFile): DrawFile['entries'][number] => [
  'ab'.repeat(16),
  'cd'.repeat(16),
  Date.parse(file.rules.opensAt) + 5000,
  1,
];
/** What a careful organiser would do after changing the list: count, root and chain fit again. */
function listAnew(file: DrawFile): void {
  const list = createEntryList(file.rules.drawId, file.opened.commitment);
  for (const row of file.entries) list.add(row);
  Object.assign(file.closed!, { count: list.count, tickets: list.tickets, root: list.root(), chain: list.chain() });
}

const BENDS: [string, (file: DrawFile, receipts: DrawReceipt[]) => void][] = [
  ['entry added', (file) => file.entries.push(added(file))],
  ['entry removed', (file) => file.entries.splice(40, 1)],
  ['entries reordered', (file) => file.entries.splice(10, 2, file.entries[11]!, file.entries[10]!)],
  ['entry edited (time)', (file) => (file.entries[12]![2] += 1)],
  ['entry edited (person)', (file) => (file.entries[12]![0] = 'ef'.repeat(16))],
  ['entry duplicated', (file) => file.entries.push([...file.entries[3]!])],
  ['weight changed', (file) => (file.entries[20]![3] = 2)],
  ['late entry', (file) => (file.entries.at(-1)![2] = Date.parse(file.rules.closesAt) + 1)],
  ['seed swapped', (file) => (file.revealed!.serverSeed = other(file.revealed!.serverSeed))],
  ['drawing seed swapped', (file) => (file.revealed!.seed = other(file.revealed!.seed))],
  ['commitment swapped', (file) => (file.opened.commitment = other(file.opened.commitment))],
  ['root swapped', (file) => (file.closed!.root = other(file.closed!.root))],
  ['chain swapped', (file) => (file.closed!.chain = other(file.closed!.chain))],
  ['count wrong', (file) => (file.closed!.count += 1)],
  [
    'close time moved',
    (file) => (file.closed!.closedAt = new Date(Date.parse(file.rules.closesAt) + 60_000).toISOString()),
  ],
  ['rules changed (conditions)', (file) => (file.rules.conditions += '，仅限老客')],
  ['prize count changed', (file) => (file.rules.prizes[0]!.count -= 1)],
  [
    'prize over the limit',
    (file) =>
      Object.assign(file.rules.prizes[0]!, { value: { minor: 6_000_000, currency: 'CNY' }, valueCnyMinor: 6_000_000 }),
  ],
  ['draw id changed', (file) => (file.rules.drawId = file.rules.drawId.replace('s', 't'))],
  ['beacon round changed', (file) => (file.revealed!.beacon!.round += 1)],
  [
    'beacon signature changed',
    (file) => (file.revealed!.beacon!.signature = `${file.revealed!.beacon!.signature.slice(0, -1)}0`),
  ],
  [
    'revealed too late',
    (file) => (file.revealed!.revealedAt = new Date(Date.parse(file.revealed!.revealedAt) + 600_000).toISOString()),
  ],
  ['pick swapped', (file) => (file.revealed!.picks[0] = (file.revealed!.picks[0]! + 1) % file.entries.length)],
  ['winner swapped', (file) => Object.assign(file.outcome!.winners[1]!, { index: 7, pid: file.entries[7]![0] })],
  [
    'winner from the excluded',
    (file) => Object.assign(file.outcome!.winners[1]!, { index: 5, pid: file.entries[5]![0] }),
  ],
  [
    'exclusion added after the draw',
    (file) => {
      const index = file.revealed!.picks[0]!;
      file.closed!.exclusions.push({ index, pid: file.entries[index]![0], reason: 'automated' });
    },
  ],
  ['exclusion taken back', (file) => file.closed!.exclusions.pop()],
  [
    'unclaimed prize skipped silently',
    (file) => {
      file.outcome!.claims = file.outcome!.claims.filter((one) => one.what !== 'lapsed');
    },
  ],
  [
    'unclaimed prize given to a friend',
    (file) => Object.assign(file.outcome!.winners.at(-1)!, { index: 9, pid: file.entries[9]![0] }),
  ],
  [
    'prize lapsed before its time',
    (file) =>
      (file.outcome!.claims.at(-1)!.at = new Date(Date.parse(file.revealed!.revealedAt) + 300_000).toISOString()),
  ],
  [
    'receipt of a winner forged',
    (file) => (file.outcome!.winners[2]!.receipt = other(file.outcome!.winners[2]!.receipt)),
  ],
  ['winner removed', (file) => file.outcome!.winners.pop()],
];

const WITH_CARE: [string, (file: DrawFile, receipts: DrawReceipt[]) => void][] = [
  [
    'entry added, list and draw made to fit, a receipt was kept',
    (file) => {
      file.entries.splice(1, 0, added(file));
      listAnew(file);
    },
  ],
  [
    'entry removed, list made to fit, its receipt was kept',
    (file) => {
      file.entries.splice(2, 1);
      listAnew(file);
    },
  ],
  [
    'seed and commitment swapped together, the commitment was seen before',
    (file) => {
      file.opened.commitment = hashOfRecord('another');
      listAnew(file);
    },
  ],
  ['receipt brought by somebody is forged', (_file, receipts) => (receipts[0]!.at += 1000)],
];

export const TAMPERINGS: Tampering[] = [
  ...BENDS.map(([name, bend]) => ({ name, by: 'anybody' as const, bend })),
  ...BENDS.map(([name, bend]) => ({ name: `${name}, signed anew`, by: 'organiser' as const, bend })),
  ...WITH_CARE.map(([name, bend]) => ({ name, by: 'organiser' as const, bend })),
];
