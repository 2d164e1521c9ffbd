import { describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission, permissionsOf, ROLES, roleHas } from './permission.contract.ts';
import { exceeds, isScope, matrixRows, outranks } from './rank.ts';

/** Written out by hand on purpose: whoever changes who may do what changes it here as well, knowing it. */
const MATRIX = `
                    owner admin manager agent analyst host viewer
overview.read         x     x      x      x      x     x     x
feedback.read         x     x      x      x      x     x     x
feedback.write        x     x      x      x      x     x     .
feedback.reveal       x     x      x      x      .     .     .
feedback.release      x     x      x      x      .     .     .
import.read           x     x      x      x      x     .     .
import.run            x     x      x      .      x     .     .
judgement.correct     x     x      x      x      x     .     .
judgement.rerun       x     x      .      .      x     .     .
theme.read            x     x      x      x      x     x     x
theme.edit            x     x      x      .      x     .     .
case.read             x     x      x      x      x     .     x
case.work             x     x      x      x      .     .     .
case.assign           x     x      x      x      .     .     .
case.merge            x     x      x      x      .     .     .
case.close            x     x      x      .      .     .     .
rule.read             x     x      x      .      x     .     .
rule.edit             x     x      x      .      .     .     .
clock.read            x     x      x      x      x     .     x
clock.edit            x     x      x      .      .     .     .
reply.send            x     x      x      x      .     .     .
template.read         x     x      x      x      .     x     .
template.edit         x     x      x      .      .     .     .
team.read             x     x      x      x      x     x     .
team.edit             x     x      x      .      .     .     .
member.read           x     x      x      x      x     x     .
member.edit           x     x      .      .      .     .     .
workspace.edit        x     x      .      .      .     .     .
channel.read          x     x      x      .      x     .     .
channel.edit          x     x      .      .      .     .     .
key.read              x     x      .      .      .     .     .
key.edit              x     x      .      .      .     .     .
audit.read            x     x      x      .      .     .     .
dead_letter.read      x     x      .      .      .     .     .
dead_letter.retry     x     x      .      .      .     .     .
mail.read             x     x      x      .      .     .     .
mail.retry            x     x      .      .      .     .     .
person.read           x     x      x      x      x     .     .
product.read          x     x      x      x      x     x     x
product.edit          x     x      x      .      .     .     .
signal.read           x     x      x      x      x     .     .
signal.write          x     x      x      x      x     x     .
signal.edit           x     x      x      .      x     .     .
form.read             x     x      x      x      x     .     x
form.edit             x     x      x      .      x     .     .
problem.read          x     x      x      x      x     .     x
problem.edit          x     x      x      .      x     .     .
promise.read          x     x      x      x      x     .     x
promise.work          x     x      x      x      .     .     .
callback.read         x     x      x      x      x     .     x
callback.work         x     x      x      x      .     .     .
verify.read           x     x      x      x      x     .     x
verify.edit           x     x      x      .      x     .     .
insight.read          x     x      x      x      x     x     x
insight.edit          x     x      x      .      x     .     .
review.read           x     x      x      x      x     .     x
review.edit           x     x      x      .      x     .     .
report.read           x     x      x      x      x     .     x
report.edit           x     x      x      .      x     .     .
report.publish        x     x      x      .      .     .     .
roadmap.read          x     x      x      x      x     x     x
roadmap.edit          x     x      x      .      x     .     .
evidence.read         x     x      x      x      x     .     x
webhook.read          x     x      .      .      .     .     .
webhook.edit          x     x      .      .      .     .     .
live.read             x     x      x      x      x     x     x
live.work             x     x      x      x      .     x     .
live.edit             x     x      x      .      .     .     .
draw.edit             x     x      x      .      .     .     .
person.export         x     x      .      .      .     .     .
person.erase          x     x      .      .      .     .     .
`;

const [head, ...lines] = MATRIX.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('the permission matrix', () => {
  it('has these roles and these permissions, no more and no less', () => {
    expect(head).toEqual([...ROLES]);
    expect(lines.map(([name]) => name)).toEqual(Object.keys(PERMISSIONS));
  });

  it.each(lines.flatMap(([name, ...marks]) => ROLES.map((role, index) => [role, name, marks[index] === 'x'] as const)))(
    '%s %s: %s',
    (role, permission, wanted) => {
      expect(roleHas(role, permission as Permission)).toBe(wanted);
      expect(permissionsOf(role).includes(permission as Permission)).toBe(wanted);
    },
  );

  it('reads the same as rows for documents and screens', () => {
    for (const { permission, roles } of matrixRows())
      expect(roles).toEqual(ROLES.filter((role) => roleHas(role, permission)));
  });

  it('lets every role see only what those above it see too, but for what analysts do', () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      expect([permission, roleHas('owner', permission)]).toEqual([permission, true]);
      expect([permission, roleHas('admin', permission)]).toEqual([permission, true]);
    }
  });
});

describe('scopes', () => {
  it('narrow a role and never widen it', () => {
    expect(permissionsOf('viewer', ['*'])).toEqual(permissionsOf('viewer'));
    expect(permissionsOf('viewer', ['case.work', 'member.*'])).toEqual([]);
    expect(permissionsOf('agent', ['feedback.*'])).toEqual([
      'feedback.read',
      'feedback.write',
      'feedback.reveal',
      'feedback.release',
    ]);
    expect(permissionsOf('agent', ['feedback.read', 'nonsense'])).toEqual(['feedback.read']);
    expect(permissionsOf('owner', ['feedback'])).toEqual([]);
  });

  it.each([
    ['*', true],
    ['feedback.*', true],
    ['feedback.read', true],
    ['feedback', false],
    ['nothing.*', false],
    ['.*', false],
    ['', false],
    ['feedback.read.*', false],
    ['feedback.*.*', false],
    ['toString', false],
    ['__proto__', false],
    ['constructor', false],
  ])('%j is a scope: %s', (scope, wanted) => {
    expect(isScope(scope)).toBe(wanted);
  });
});

describe('rank', () => {
  it('goes from owner down to viewer, and nobody outranks himself', () => {
    for (const [high, one] of ROLES.entries())
      for (const [low, other] of ROLES.entries()) expect(outranks(one, other)).toBe(high < low);
  });

  it('lets a narrowed key hand out only what it holds', () => {
    const whole = permissionsOf('admin');
    const narrow = permissionsOf('admin', ['key.edit', 'feedback.*']);
    for (const role of ROLES) expect(exceeds(whole, role)).toBe(false);
    expect(exceeds(narrow, 'agent')).toBe(true);
    expect(exceeds(narrow, 'agent', ['*'])).toBe(true);
    expect(exceeds(narrow, 'agent', ['feedback.read'])).toBe(false);
    expect(exceeds(narrow, 'admin', ['key.*'])).toBe(true);
    expect(exceeds(narrow, 'viewer', ['feedback.*'])).toBe(false);
  });
});
