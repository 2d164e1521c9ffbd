import { describe, expect, it } from 'vitest';
import { KinBook, pairsOf } from './kin-book.ts';

const refund = { class: 'complain.service', matter: 'service/refund' } as const;

describe('KinBook', () => {
  it('knows a slip of the finger by the wording of others', () => {
    const book = new KinBook();
    book.add(refund, 'norefundandnoreply', 1000);
    expect(book.find('norefudnandnoreply', 5000)).toEqual(refund);
    expect(book.find('iloverefunds', 5000)).toBeNull();
  });

  it('forgets after a minute', () => {
    const book = new KinBook();
    book.add(refund, '客服一直不理人', 1000);
    expect(book.find('客服一直都不理人', 50_000)).toEqual(refund);
    expect(book.find('客服一直都不理人', 62_000)).toBeNull();
  });

  it('keeps a bounded number of wordings, and comes back as it was', () => {
    const book = new KinBook();
    for (let turn = 0; turn < 500; turn += 1)
      book.add(refund, `第${String.fromCharCode(0x4e00 + turn)}次没人管我`, turn);
    const saved = JSON.parse(JSON.stringify(book.save())) as ReturnType<KinBook['save']>;
    expect(saved.length).toBeLessThanOrEqual(64);
    const again = new KinBook();
    again.load(saved);
    expect(again.find('第一次没人管我呀', 500)).toEqual(book.find('第一次没人管我呀', 500));
  });

  it('pairs letters and characters only', () => {
    expect(pairsOf('ab 1b')).toEqual([0x61 * 0x10000 + 0x62, 0x62 * 0x10000 + 0x62]);
  });
});
