// Finds what an agent promised, sentence by sentence; rather misses one than takes a courtesy for a commitment.
import { dueTime } from './due-time.ts';

export interface FoundPromise {
  /** The sentence, trimmed. */
  text: string;
  dueAt: Date | null;
}

/** What we do about a matter: only these are worth a date. */
const ZH_DEED =
  /(回电|回拨|致电|打(个)?电话|回复|答复|回访|联系您|联系你|与您联系|跟您联系|和您联系|通知您|告知您|补发|补寄|重发|重新发|换新|换货|换一|退款|退还|退给|退回给|原路退|返还|返现|赔付|赔偿|补偿|打款|到账|转账|发货|发出|寄出|寄给|发给您|发您|派送|配送|送到|送达|取件|上门|维修|安装|修好|解决|处理(好|完|掉|完毕)|处理|修改|取消|开(具)?发票|开票|核实清楚|给您(一个)?(结果|说法|方案|反馈)|反馈|跟进|上报|申请|登记|安排|催促|催一下|加急|补差价|退差价|价保|送您|赠送|发放|补上|补给)/;
const ZH_WE =
  /(我们|我这边|我这里|我司|我会|我来|我将|我马上|我现在|我今天|我明天|我给|我帮|我为|咱们|小妹|小的|客服|专员|专人|同事|主管|经理|技术|售后|财务|仓库|仓储|师傅|快递员|这边|店里|商家|本店|工作人员|由.{1,6}(专员|部门))/;
const ZH_WILL =
  /(会(?!员|计|议)|将(?!军)|一定|保证|承诺|答应您|务必|马上|立即|立刻|尽快|稍后|给您|帮您|为您|替您|给你|帮你|安排)/;
/** Firm without a date: a duty all the same. */
const ZH_FIRM =
  /(我们?|这边|专员|同事|客服|主管|财务|仓库|售后|技术).{0,8}(一定会?|保证|承诺|会(尽快|马上|立即|第一时间|及时)?(给|帮|为|替|安排|联系|回|通知|补|退|跟进|处理)).{0,20}/;
const ZH_NOT =
  /[?？]|吗$|吗[，。]|呢$|如果|若是|要是|假如|假设|除非|的话|可能|也许|大概|应该|或许|预计|预估|估计|一般|正常(情况)?|通常|不会|不能|无法|没法|没办法|不可以|不支持|不一定|不保证|不承诺|尽量|争取|试试|看看能|想办法|您可以|你可以|请您|请你|麻烦您|建议您|建议你|您(先|自己|自行|那边|这边可以|需要|要)|需要您|才能|是否|能否|要不要|之前(已|就)|昨天|前天|上次|上周|上个月|刚才|刚刚|已经|已为|已给|已帮|已安排|已提交|给您带来|让您久等|系统(会)?自动|规定|原则上|不好意思打扰|活动(期间|规则)|会员/;
const ZH_LOOKING = /(查(一下|询|看|下)?|看(一)?(下|看)|核(实|对|查)(一下|中)?|确认一下|咨询一下|问(一)?下|了解一下)/;
const ZH_RESULT = /(结果|回复|答复|联系|反馈|回电|通知)/;

const EN_WE =
  /\b(i|we|our (team|warehouse|manager|specialist|finance team|technician|courier)|someone|a (colleague|manager|specialist|technician)|my (manager|colleague|supervisor)|the (team|warehouse|technician|manager))\b/;
const EN_WILL =
  /(\b(i|we|they|he|she|someone)['’]ll\b|\bwill\b|\b(am|are|is) going to\b|\bpromise(d)? to\b|\bguarantee\b|\bcommit to\b)/;
const EN_DEED =
  /\b(refund|reimburse|credit|send|resend|re-?ship|ship|dispatch|call|ring|phone|e-?mail|write to you|text you|get back|reply|respond|replace|exchange|compensate|follow up|arrange|update you|contact|reach out|process|issue|fix|repair|resolve|escalate|deliver|collect|pick (it )?up|return your|cancel|waive|transfer|let you know|sort (it|this) out|have (it|this) (fixed|sorted|sent|shipped|replaced|resolved))\b/;
const EN_NOT =
  /\?|\b(if|unless|whether|may|might|could|would|should|probably|usually|normally|typically|generally|expect|estimated?|try|trying|hope|possibly|cannot|can['’]t|won['’]t|will not|not be able|unable|you (can|could|may|need|should|will|must|have to)|please|already|yesterday|last (week|night|month)|automatically|policy)\b/;
const EN_LOOKING =
  /\b(check|look into|have a look|take a look|see what|find out|look up|pull up|verify|be right back|put you on hold|transfer you|connect you)\b/;

/**
 * @param text one turn of the agent
 * @param saidAt when it was said: dates are counted from here
 */
export function findPromises(text: string, saidAt: Date, timeZone: string): FoundPromise[] {
  const found: FoundPromise[] = [];
  for (const sentence of sentencesOf(text)) {
    const dueAt = dueTime(sentence, saidAt, timeZone);
    const promised = /[\u4e00-\u9fff]/.test(sentence)
      ? isChinesePromise(sentence, dueAt)
      : isEnglishPromise(sentence.toLowerCase(), dueAt);
    if (promised) found.push({ text: sentence, dueAt });
  }
  return found.slice(0, 5);
}

/** Sentences; the sign at the end stays, because a question is no promise. */
export function sentencesOf(text: string): string[] {
  return (text.match(/[^。！!？?；;\n]+[。！!？?；;]?/g) ?? [])
    .flatMap((part) => (/[\u4e00-\u9fff]/.test(part) ? [part] : part.split(/(?<=[.])\s+(?=[A-Z])/)))
    .map((part) => part.trim().replace(/[。！!；;.~～]+$/, ''))
    .filter((part) => part.length >= 4 && part.length <= 400);
}

function isChinesePromise(sentence: string, dueAt: Date | null): boolean {
  if (ZH_NOT.test(sentence) || !ZH_DEED.test(sentence)) return false;
  // "马上为您核实" keeps somebody on the line; only with a result and a time is it a promise.
  if (ZH_LOOKING.test(sentence) && !(dueAt !== null && ZH_RESULT.test(sentence))) return false;
  if (dueAt !== null) return ZH_WILL.test(sentence) || ZH_WE.test(sentence);
  return ZH_FIRM.test(sentence) || (ZH_WE.test(sentence) && /(一定|保证|承诺)/.test(sentence));
}

function isEnglishPromise(sentence: string, dueAt: Date | null): boolean {
  if (EN_NOT.test(sentence) || !EN_WE.test(sentence) || !EN_WILL.test(sentence) || !EN_DEED.test(sentence))
    return false;
  return (
    !EN_LOOKING.test(sentence) ||
    (dueAt !== null && /\b(get back|let you know|call|e-?mail|update you|reply)\b/.test(sentence))
  );
}
