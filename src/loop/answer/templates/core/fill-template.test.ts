import { describe, expect, it } from 'vitest';
import { fillTemplate, unknownVariables, variablesOf } from './fill-template.ts';
import { TEMPLATE_VARIABLES } from './template.contract.ts';

describe('templates', () => {
  it('fills every known variable, with or without spaces inside the braces', () => {
    const text = TEMPLATE_VARIABLES.map((name) => `{{ ${name} }}`).join('|');
    const values = Object.fromEntries(TEMPLATE_VARIABLES.map((name) => [name, `<${name}>`]));
    expect(fillTemplate(text, values)).toEqual({
      text: TEMPLATE_VARIABLES.map((name) => `<${name}>`).join('|'),
      missing: [],
    });
  });

  it('uses a stand-in and says what was missing', () => {
    expect(fillTemplate('{{person.name}}，您好', {}, { 'person.name': '顾客' })).toEqual({
      text: '顾客，您好',
      missing: ['person.name'],
    });
    expect(fillTemplate('[{{product.name}}]', { 'product.name': '' })).toEqual({
      text: '[]',
      missing: ['product.name'],
    });
  });

  it('never reads a value as a variable or as a replacement pattern', () => {
    const values = { 'person.name': '{{agent.name}} $& $1 $`', 'agent.name': 'secret' };
    expect(fillTemplate('{{person.name}}', values).text).toBe('{{agent.name}} $& $1 $`');
  });

  it('keeps a value on its line', () => {
    expect(fillTemplate('Dear {{person.name}},', { 'person.name': 'Li\r\nBcc: x@y.z\u2028!' }).text).toBe(
      'Dear Li Bcc: x@y.z !,',
    );
  });

  it.each([
    ['{{person.name}} {{case.number}}', []],
    ['{{person.nmae}}', ['person.nmae']],
    ['{{}}', ['']],
    ['{{constructor}} {{__proto__}}', ['constructor', '__proto__']],
    ['{{person.name}', ['{{']],
    ['person.name}}', ['}}']],
    ['{{ {{person.name}} }}', ['{{']],
    ['{single} braces', []],
  ])('names what it does not know in %s', (text, unknown) => {
    expect(unknownVariables(text)).toEqual(unknown);
  });

  it('lists variables once, in order', () => {
    expect(variablesOf('{{b}}{{a}}{{ b }}')).toEqual(['b', 'a']);
  });
});
