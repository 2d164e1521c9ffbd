// A colleague's save never wipes out what is being typed; what nobody typed in follows him.
import { describe, expect, it } from 'vitest';
import { keywordFault } from '../core/keyword-rules.ts';
import type { ThemeView } from '../core/theme.contract.ts';
import { changedFields, draftOf, overNewer } from './theme-draft.ts';

const theme = (change: Partial<ThemeView> = {}): ThemeView => ({
  key: 'logistics.late',
  parent: 'logistics',
  zh: '到货慢',
  en: 'Late',
  enabled: true,
  keywords: ['太慢'],
  mergedInto: null,
  own: false,
  version: 1,
  counts: null,
  ...change,
});

describe('a draft', () => {
  it('has changed where its words differ, not where a blank was typed', () => {
    expect(changedFields({ zh: '到货慢 ', en: 'Slow', keywords: ['太慢', '太慢 '] }, theme())).toEqual(['en']);
  });

  it('keeps what was typed and takes over the rest', () => {
    const typed = { ...draftOf(theme()), zh: '送得慢' };
    const newer = theme({ en: 'Slow', keywords: ['太慢', '还没到'], version: 2 });
    expect(overNewer(typed, theme(), newer)).toEqual({
      draft: { zh: '送得慢', en: 'Slow', keywords: ['太慢', '还没到'] },
      clashes: [],
    });
  });

  it('tells of a field both changed, unless both wrote the same', () => {
    const typed = { ...draftOf(theme()), zh: '送得慢', en: 'Slow' };
    const found = overNewer(typed, theme(), theme({ zh: '物流慢', en: 'Slow', version: 2 }));
    expect(found).toEqual({ draft: { zh: '送得慢', en: 'Slow', keywords: ['太慢'] }, clashes: ['zh'] });
  });
});

describe('keywords', () => {
  it('are refused by name, too short before too long', () => {
    const long = '很'.repeat(41);
    expect(keywordFault(['太慢', ' ', 'x'.repeat(40)])).toBeNull();
    expect(keywordFault(['慢', long])).toEqual({ fault: 'short', words: ['慢'] });
    expect(keywordFault([long])).toEqual({ fault: 'long', words: [long] });
    expect(keywordFault(Array.from({ length: 101 }, (_, at) => `词${at}`))).toMatchObject({ fault: 'many' });
  });
});
