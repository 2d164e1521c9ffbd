import { describe, expect, it } from 'vitest';
import { AlarmReason } from './alarm-reason.ts';
import { createEngine } from './engine.ts';
import { loadEngine, loadModel } from './node/load-engine.ts';
import { Reading } from './reading.ts';

describe('the reason of an alarm that no listed word names', () => {
  it.each([
    ["Looks nice so far. There is a cash withdrawal in the app I don't recognize", 'fraud', 'withdrawal'],
    ['Twelve year old ran up four hundred in skins on my card over the weekend!!', 'minor', 'Twelve year old'],
    ['主播，二号链接显示0元，你们后台是不是出问题了', 'price_error', '0元'],
  ])('is told by the heads, with the clause that told it: %s', async (text, reason, told) => {
    const { urgency } = (await loadEngine()).judge(text);
    expect(urgency.reason).toBe(reason);
    expect(text.slice(...urgency.span!)).toContain(told);
  });

  it('is unknown to a model without such heads, which calls it safety', async () => {
    const reading = new Reading();
    reading.run('There is a cash withdrawal in the app I do not recognize');
    expect(
      new AlarmReason({ heads: [], rows: new Uint32Array(1), entries: new Uint16Array(0) }).of(reading),
    ).toBeNull();
    const model = await loadModel();
    const isOther = model.header.heads.map((head) => !head.name.startsWith('alarm.'));
    const first = isOther.indexOf(false);
    const heads = model.header.heads.map((head, at) =>
      at < first || isOther[at] ? head : { ...head, name: `quiet.${at}` },
    );
    const engine = createEngine({ ...model, header: { ...model.header, heads } });
    expect(engine.judge("There is a cash withdrawal in the app I don't recognize").urgency.reason).toBe('safety');
  });
});
