import { expect, it } from 'vitest';
import { readShelfTable } from './read-shelf-table.ts';

it('reads a table with heads in any order, from a spreadsheet or a file', () => {
  expect(readShelfTable('名称\t价格\t链接号\t别名\n面霜 50g\t¥129.00\t3\t霜、小白瓶\n\t1\t2').items).toEqual([
    { index: 3, title: '面霜 50g', priceMinor: 12900, aliases: ['霜', '小白瓶'], sku: null },
  ]);
  expect(readShelfTable('number,name,price,other names,sku\r\n1,"Cup, steel","1,059.50",mug|cup,C-1\r\n')).toEqual({
    items: [{ index: 1, title: 'Cup, steel', priceMinor: 105950, aliases: ['mug', 'cup'], sku: 'C-1' }],
    unread: [],
  });
});

it('reads a table without heads, counts lines without a number, and names the lines it could not read', () => {
  expect(readShelfTable('1,保温杯,59\n2,,30\n').unread).toEqual([2]);
  expect(readShelfTable('保温杯,59\n开衫,199').items).toMatchObject([
    { index: 1, title: '保温杯', priceMinor: 5900 },
    { index: 2, title: '开衫', priceMinor: 19900 },
  ]);
  expect(readShelfTable('0,保温杯\n1.5,开衫\n1000,围巾')).toEqual({ items: [], unread: [1, 2, 3] });
  expect(readShelfTable('链接\t商品\t别名\n1\t羽绒被\t被子,冬被，厚被').items[0]!.aliases).toEqual([
    '被子',
    '冬被',
    '厚被',
  ]);
  expect(readShelfTable('')).toEqual({ items: [], unread: [] });
});
