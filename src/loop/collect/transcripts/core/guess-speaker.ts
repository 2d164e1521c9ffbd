// Tells customer from agent by their words, where a source kept the lines but not who spoke; what is unclear stays unclear.
import type { Speaker } from './transcript.contract.ts';

const AGENT =
  /(为您|帮您|给您|请您|请问您|您这边|麻烦您|您的(订单|反馈|支持|问题|意见|地址)|让您|祝您|亲爱的|亲[，,~～哈 ]|^亲|小妹|妹子|客官|还请|敬请|您好[，,].{0,12}(客服|为您|工号)|有什么(问题|可以)|可以帮(到)?您|请稍等|稍等(哈|一下|哦|~)|耐心等待|不便|抱歉|谅解|见谅|核实|建议您|感谢您|欢迎(光临|咨询|再次)|还有(其他|什么).{0,10}(帮|问题)|温馨提示|售后(同事|专员)|这边(帮|给|为|看到|查|已)|哦~|呢~|哈~|how (can|may) i (help|assist)|thank you for (calling|contacting)|i (do )?apologi[sz]e|your order|is there anything else|let me (check|look|see)|may i have your|bear with me|my name is .{1,20}(how|from))/i;
const SYSTEM =
  /^(\[?(咨询)?订单(编)?号[:：]|\[?订单编号|商品id[:：]|https?:\/\/\S+$|系统(提示|消息)|会话(开始|结束|已)|客服.{1,12}(为您服务|已接入)|the chat (has )?(started|ended))/i;
const CUSTOMER =
  /(我(的|要|想|买|们家|就|都|刚|昨天|已经|怎么|还没|没有|收到|申请|这|付)|你们|怎么(还|办|退|没|回事|不)|什么时候|多久|能不能|可以吗|能.{1,8}吗|吗[?？]?$|为什么|啥时候|退货|投诉|太慢|骗|差评|破了|坏了|漏|my order|i (bought|ordered|want|need|received|have|paid)|where is|when will|it (is|was|does)|you(r)? (guys|people|said|told)|refund me|broken)/i;

export type GuessedSpeaker = Extract<Speaker, 'customer' | 'agent' | 'system' | 'unknown'>;

/**
 * @param lines all lines of a session in order, none of which says who spoke
 * @returns for each line who spoke it; `unknown` where the words say neither or both
 */
export function guessSpeakers(lines: readonly string[]): GuessedSpeaker[] {
  return lines.map((line) => {
    const text = line.trim();
    if (SYSTEM.test(text)) return 'system';
    const agent = AGENT.test(text);
    const customer = CUSTOMER.test(text);
    if (agent) return customer && !/(为您|帮您|请您|您的|抱歉|建议您|亲)/.test(text) ? 'unknown' : 'agent';
    if (/您/.test(text)) return 'unknown';
    return customer ? 'customer' : 'unknown';
  });
}
