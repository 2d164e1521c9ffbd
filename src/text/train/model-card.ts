// Writes the model card: what the weights learned from, how well they do, and what not to use them for.
import type { FittedHead } from './fit-heads.ts';
import { SENTIMENT_SETS } from './sentiment-rows.ts';

export interface CardFacts {
  version: string;
  bytes: number;
  rows: number;
  bySource: ReadonlyMap<string, { right: number; rows: number }>;
  heads: readonly FittedHead[];
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
  const heads = facts.heads.map(
    ({ head, dev }) =>
      `| ${head.name} | ${dev.positives} of ${dev.rows} | ${(100 * dev.precision).toFixed(1)} | ${(100 * dev.recall).toFixed(1)} | ${(100 * dev.f1).toFixed(1)} |`,
  );
  return `# huiyin-text ${facts.version}

Linear heads over hashed character and word n-grams (1-3), int8, ${facts.bytes.toLocaleString('en')} bytes compressed. Written by \`npm run train\`
with a fixed seed; no text of any set is contained in the file, only weights. Rules and lexicons (intents, urgency, themes) live in the source.

## Learned from

${facts.rows.toLocaleString('en')} labelled texts for sentiment (folds 0-7; fold 8 measures and calibrates; fold 9 is never read). Classes are balanced inside every set.

| set | licence | worth of a row | fold 8, two-class accuracy |
|---|---|---|---|
${sentiment.join('\n')}

Copies of a text (white space and punctuation ignored) are removed across sets before folding; what is left of the hotel set after that are the rows
whose labels and style differ most from the shopping set, so its figure is a lower bound.

## Other heads (fold 8; thresholds chosen on the same fold, so slightly flattering)

| head | positives | precision | recall | F1 |
|---|---|---|---|---|
${heads.join('\n')}

spam: FBS spam SMS against reviews, chat and danmaku (easy negatives). abuse: COLD. factual: weibo without emotion, service turns and chat against reviews.
emotion: SMP2020-EWECT. aspect: one make-up shop; the other aspects are lexicon rules.

## Use and limits

- For sorting customer feedback of shops, in Chinese and English, so that people look at the right things first. Not for decisions about a person.
- Weights of sets under non-commercial terms (toxicn, airline tweets) are not contained.
- Irony, dialects and topics far from shops are weak. Abuse reflects the annotators of COLD (race, region, gender on social media) and can mistake
  mention for insult. Sentiment of books and films is harder than of goods. English has a tenth of the Chinese material.
- A figure on unseen categories is printed by \`src/text/train/evaluate/evaluate.ts\`.
`;
}
