import { describe, expect, it } from 'vitest';
import { Html, html } from './html.ts';

describe('html', () => {
  it('escapes every value, in text and in attributes', () => {
    const evil = `<script>alert("1")</script>' onload='x & y`;
    expect(html`<p title="${evil}">${evil}</p>`.text).not.toMatch(/<script|title="[^"]*"[^>]|' onload/);
    expect(html`${evil}`.text).toBe('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x &amp; y');
  });

  it('puts its own pieces and lists in as they are, and nothing for nothing', () => {
    expect(html`${[html`<b>${'<'}</b>`, 2]}${null}${undefined}${false}`).toEqual(new Html('<b>&lt;</b>2'));
  });
});
