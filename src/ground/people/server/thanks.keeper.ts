// Hands out and erases the name by which a customer is thanked.
import type { Tx } from '../../../platform/database/database.ts';
import type { PersonKeeper } from '../core/keeper.contract.ts';
import { readThanks } from './person.reads.ts';
import { saveThanks } from './person.store.ts';

export const thanksKeeper: PersonKeeper<Tx> = {
  name: 'thanks',
  async export(tx, personId) {
    const thanks = await readThanks(tx, personId);
    if (!thanks?.nickname) return [];
    return [
      { section: 'thanks', rows: [{ nickname: thanks.nickname, consentedAt: thanks.consentedAt?.toISOString() }] },
    ];
  },
  async erase(tx, personId, now) {
    await saveThanks(tx, personId, null, now);
    return { fileIds: [] };
  },
};
