// Finds order, parcel and document codes that mix letters and digits: after their label, or by a shape only they have.
import type { Candidate, FoldedText } from './personal-finds.ts';

const LABEL =
  /(?:订单号|订单编号|订单号码|订单|单号|运单号?|快递号|物流号|取件码|取货码|提货码|流水号|交易号|交易单号|(?<![a-z])(?:order|tracking|confirmation|transaction|reference|ref|waybill|invoice|parcel|package|shipment|awb|po)(?: ?(?:number|no|nr|id|code|#)\.?)?)(?: ?(?:is|was|:))?[:#是为\s]{0,4}/gu;
const CODE = /[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){4,40}/uy;
/** Parcel numbers known by their shape: UPU S10, UPS, Amazon Logistics. */
const SHAPES =
  /(?<![a-z0-9])(?:[a-z]{2}\d{9}(?:cn|us|gb|de|fr|jp|kr|sg|hk|tw|au|nl|my|th|it|es|ca|se|ch|be|ru|in)|1z ?[0-9a-z]{3} ?[0-9a-z]{3} ?[0-9a-z]{2} ?\d{4} ?\d{4}|tba\d{12})(?![a-z0-9])/gu;
const DOCUMENT =
  /(?:护照|通行证|回乡证|台胞证|军官证|驾驶证|passport)(?:号码?|证号| ?(?:number|no)\.?)?(?: is)?[:是为\s]{0,3}([a-z]{1,2}\d{6,9}|[a-z]\d{8})(?![a-z0-9])/gu;

export function findCodes({ text }: FoldedText): Candidate[] {
  const out: Candidate[] = [];
  for (const match of text.matchAll(SHAPES)) {
    if (/\d{4}/u.test(match[0].replaceAll(' ', '')))
      out.push({ kind: 'order_no', start: match.index, end: match.index + match[0].length, rank: 9 });
  }
  for (const match of text.matchAll(LABEL)) {
    CODE.lastIndex = match.index + match[0].length;
    const code = CODE.exec(text);
    if (code === null || !/[a-z]/u.test(code[0]) || !/\d.*\d.*\d/u.test(code[0])) continue;
    const least = /(?:号|码|number|no|id|code|nr|#)[.:#是为\s]*(?:is|was)?[:\s]*$/u.test(match[0]) ? 5 : 7;
    if (code[0].length < least || /^\d+(?:st|nd|rd|th|kg|g|ml|cm|mm|k|w|x\d+)$/u.test(code[0])) continue;
    if (/[a-z]{4,}/u.test(code[0])) continue;
    out.push({ kind: 'order_no', start: CODE.lastIndex - code[0].length, end: CODE.lastIndex, rank: 6 });
  }
  for (const match of text.matchAll(DOCUMENT)) {
    const end = match.index + match[0].length;
    out.push({ kind: 'id_number', start: end - match[1]!.length, end, rank: 9 });
  }
  return out;
}
