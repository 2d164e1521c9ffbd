// Writes the model card: what the weights learned from, how well they do, and what not to use them for.
import type { FittedHead } from './fit-heads.ts';
import type { LiveDev } from './heads/live.ts';
import { SENTIMENT_SETS } from './sentiment-rows.ts';

export interface CardFacts {
  version: string;
  bytes: number;
  rows: number;
  /** Texts labelled by reading. */
  read: number;
  /** Texts read for all but their aspects, and whole messages written for us. */
  voices: number;
  written: number;
  bySource: ReadonlyMap<string, { right: number; rows: number }>;
  heads: readonly FittedHead[];
  /** The live head on lines whose writer it had not read. */
  live: readonly LiveDev[];
}

const LICENCES: Readonly<Record<string, string>> = {
  online_shopping_10_cats: 'none stated (SophonPlus/ChineseNlpCorpus)',
  chnsenticorp_htl_all: 'none stated (SophonPlus/ChineseNlpCorpus)',
  chnsenticorp_split: 'Apache-2.0 repository (ymcui/Chinese-BERT-wwm)',
  waimai_10k: 'none stated (SophonPlus/ChineseNlpCorpus)',
  zhijiang_makeup_absa: 'none stated, contest (xmxoxo/Text-Opinion-Mining)',
  eprstmt: 'none stated, CLUE (CLUEbenchmark/FewCLUE)',
  dianping_aste: 'MIT repository (yangheng95/ABSADatasets)',
  absa_zh_products: 'MIT repository (yangheng95/ABSADatasets)',
  douban_book_review: 'Apache-2.0 repository (dbiir/UER-py)',
  weibo2018: 'none stated (dengxiuqi/WeiboSentiment)',
  smp2020_ewect: 'Apache-2.0 repository (dbiir/UER-py)',
  conversation_sentiment: 'to be cited (z17176/Chinese_conversation_sentiment)',
  amazon_polarity10k: 'MIT repository (yangheng95/ABSADatasets)',
  acos_en: 'none stated (NUSTM/ACOS)',
  mams_acsa_en: 'Apache-2.0 (siat-nlp/MAMS-for-ABSA)',
};

/** The card as Markdown. */
export function modelCard(facts: CardFacts): string {
  const sentiment = SENTIMENT_SETS.map(([name, , worth]) => {
    const cell = facts.bySource.get(name);
    const figure = cell && cell.rows > 0 ? `${((100 * cell.right) / cell.rows).toFixed(1)} % of ${cell.rows}` : '-';
    return `| ${name} | ${LICENCES[name] ?? 'none stated'} | ${worth} | ${figure} |`;
  });
  const heads = facts.heads.map(({ head, dev }) => {
    if (dev.rows === 0) return `| ${head.name} | – | – | – | – |`;
    const [precision, recall, f1] = [dev.precision, dev.recall, dev.f1].map((value) => (100 * value).toFixed(1));
    return `| ${head.name} | ${dev.positives} of ${dev.rows} | ${precision} | ${recall} | ${f1} |`;
  });
  const live = facts.live.map((dev) => {
    const of = (count: number, all: number) => `${((100 * count) / Math.max(1, all)).toFixed(1)} %`;
    const bars = [
      [dev.plain, dev.plainRight, dev.alikePlain, dev.talkPlain],
      [dev.hinted, dev.hintedRight, dev.alikeHinted, dev.talkHinted],
    ] as const;
    return bars.map(
      ([found, right, alike, talk], at) =>
        `| ${dev.language} | ${at === 0 ? 'plain' : 'hint or plain'} | ${of(found, dev.faults)} of ${dev.faults} | ${of(right, found)} | ${of(alike, dev.alike)} of ${dev.alike} | ${of(talk, dev.talk)} of ${dev.talk} |`,
    );
  });
  return `# huiyin-text ${facts.version}

Linear heads over hashed character and word n-grams (1-3), int8, ${facts.bytes.toLocaleString('en')} bytes compressed. Written by \`npm run train\`
with a fixed seed; no text of any set is contained in the file, only weights. Word lists and the rules that read them live in the source; the heads
hear them as further numbers.

## Learned from

${facts.rows.toLocaleString('en')} labelled texts for sentiment (folds 0-7; fold 8 measures and calibrates; fold 9 is never read). Classes are balanced inside every set.

| set | licence | worth of a row | fold 8, two-class accuracy |
|---|---|---|---|
${sentiment.join('\n')}

Beside these, ${facts.read.toLocaleString('en')} texts of the same sets (folds 0-7) and of live recordings were labelled by reading (sentiment, aspects, intents, urgency;
\`src/text/train/labels\`, keys and labels only), and ${facts.voices.toLocaleString('en')} more for all but aspects. ${facts.written.toLocaleString('en')} whole messages and some thousand lines of rare kinds were written by
us. Readers and writers were language models that followed the guide of our own gold, once, quickly; expect a few percent of slips. No text of the gold and no near copy of one is among them, which a test proves.

Copies of a text (white space and punctuation ignored) are removed across sets before folding; what is left of the hotel set after that are the rows
whose labels and style differ most from the shopping set, so its figure is a lower bound.

## Other heads (fold 8; thresholds chosen on the same fold, so slightly flattering)

| head | positives | precision | recall | F1 |
|---|---|---|---|---|
${heads.join('\n')}

A dash: chosen by cross-validation over texts labelled by reading, since fold 8 has no labels of this kind; \`docs/accuracy.md\` measures them.
spam: FBS spam SMS and written adverts against reviews, chat, danmaku and look-alikes. abuse: COLD, without its published test, and written insults
and complaints. tone: weibo, restaurants,
goods, service turns and read texts. emotion: SMP2020-EWECT and written lines of shops. aspect: read texts and, behind a gate that knows make-up reviews, one make-up shop.
intent and urgency: read and written texts, sets whose labels imply something.

## Live head

Whether a viewer's line tells a fault, and which of 31: a yes or no and a softmax over hashed pieces of the folded line, and what the tone heads say of it.
Learned from lines written by hand for it (\`src/text/train/labels/live-room\`: four writers, language models, each without seeing the others), the wordings of the
room's word lists, texts labelled by reading, and unlabelled talk of real rooms as what is no fault. Only live rooms ask it. Measured on the lines of
writers it had not read; the bars are chosen on the same lines, so slightly flattering.

| language | bar | faults found | with the right class | look-alikes taken for a fault | real talk taken for a fault |
|---|---|---|---|---|---|
${live.flat().join('\n')}

## Use and limits

- For sorting customer feedback of shops, in Chinese and English, so that people look at the right things first. Not for decisions about a person.
- Weights of sets under non-commercial terms (toxicn, airline tweets) are not contained.
- Irony, dialects and topics far from shops are weak. Abuse reflects the annotators of COLD (race, region, gender on social media) and can mistake
  mention, or plain disgust, for insult. Sentiment of books and films is harder than of goods. English has a tenth of the Chinese material.
- Intents and aspects of live lines are weak (a third to a half of them wrong or missed); suggestions and orders are rare and found half the time;
  English danger has few examples; English abuse and English emotions were learned from written lines alone. The rooms learned from show cars, dances and songs; selling rooms are written lines only.
- Every figure with its bar: \`docs/accuracy.md\`, written by \`npm run evaluate\`.
`;
}
