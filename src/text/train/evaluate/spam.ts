// Advertising against ordinary texts that look like it, and how often ordinary texts are held back or cried over.
import type { Measure } from './evaluate.contract.ts';
import { noHits, percent, prf } from './score.ts';

/** Words that advertising and ordinary talk share: contact, links, prices, gifts, money. */
const ALIKE =
  /微信|加.{0,2}v|v信|群|扫码|二维码|链接|http|www|优惠|免费|红包|返现|代理|兼职|贷款|电话|客服|活动|赠送|抽奖|特价|促销|https?:|free|discount|whatsapp|click/iu;
const ORDINARY = [
  'online_shopping_10_cats',
  'waimai_10k',
  'eprstmt_unlabelled',
  'bilibili_danmaku_byd',
  'bilibili_danmaku',
  'nus_sms_zh_unlabelled',
  'weibo2018',
  'conversation_sentiment',
  'amazon_polarity10k',
] as const;
const QUARANTINE = 0.5;

export const measureSpam: Measure = ({ engine, judge, dev }) => {
  const hits = noHits();
  const rows: (string | number)[][] = [];
  for (const row of dev('fbs_spam_sms')) {
    hits.wanted += 1;
    if (judge(row.t).spam.score < QUARANTINE) continue;
    hits.hit += 1;
    hits.given += 1;
  }
  for (const set of ORDINARY) {
    const texts = dev(set).map((row) => row.t);
    const alike = texts.filter((text) => ALIKE.test(text));
    const held = alike.filter((text) => judge(text).spam.score >= QUARANTINE).length;
    hits.given += held;
    const all = texts.map((text) => engine.judge(text, undefined, { explain: false }));
    rows.push([
      set,
      texts.length,
      alike.length,
      percent(all.filter((one) => one.spam.score >= QUARANTINE).length / texts.length),
      percent(held / Math.max(1, alike.length)),
      percent(all.filter((one) => one.urgency.level === 'high').length / texts.length),
    ]);
  }
  const { f1, precision, recall } = prf(hits);
  return {
    title: { en: 'Advertising, and false alarms on ordinary texts (fold 8)', zh: '广告，与平常话上的误报（第 8 折）' },
    figures: [
      {
        bar: 'spam.hard',
        value: percent(f1),
        rows: hits.wanted + rows.reduce((sum, row) => sum + Number(row[2]), 0),
        note: {
          en: `precision ${percent(precision)}, recall ${percent(recall)}; ordinary texts that name contacts, links, prices or gifts`,
          zh: `精确率 ${percent(precision)}，召回 ${percent(recall)}；对照为提到联系方式、链接、价格或赠品的平常话`,
        },
      },
    ],
    tables: [
      {
        title: { en: 'Ordinary texts held back or called urgent, percent', zh: '平常话被拦下或判为紧急的百分比' },
        head: [
          { en: 'set', zh: '数据集' },
          { en: 'rows', zh: '行数' },
          { en: 'look alike', zh: '形似广告' },
          { en: 'held back', zh: '被拦下' },
          { en: 'held back of the alike', zh: '形似者被拦下' },
          { en: 'urgent', zh: '判为紧急' },
        ],
        rows,
      },
    ],
    notes: [],
  };
};
