// The rules of the house as dependency-cruiser reads them; ARCHITECTURE.md says them in words.
import type { IForbiddenRuleType } from 'dependency-cruiser';

const FLOORS = ['kit', 'text', 'platform', 'ground', 'loop', 'engage', 'main'] as const;
const ROOMS = ['collect', 'understand', 'act', 'answer', 'verify', 'publish'] as const;
/** In `engage` each place (live, community, …) has features of its own, as a room of the loop has. */
const FEATURE = '^src/(ground|loop/[^/]+|engage/[^/]+)/([^/]+)/';

/** A file imports only its own floor or a lower one; `ui` stands beside them and knows only kit. */
const floors: IForbiddenRuleType[] = FLOORS.slice(0, -1).map((floor, index) => ({
  name: `floor-${floor}`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${FLOORS.slice(index + 1).join('|')})/` },
}));

/** A room imports only itself and rooms before it; news goes forward by events. */
const rooms: IForbiddenRuleType[] = ROOMS.slice(0, -1).map((room, index) => ({
  name: `room-${room}`,
  severity: 'error',
  from: { path: `^src/loop/${room}/` },
  to: { path: `^src/loop/(${ROOMS.slice(index + 1).join('|')})/` },
}));

export const RULES: IForbiddenRuleType[] = [
  ...floors,
  ...rooms,
  {
    name: 'ui-knows-no-domain',
    severity: 'error',
    from: { path: '^src/ui/' },
    to: { path: '^src/(text|platform|ground|loop|engage|main)/' },
  },
  {
    name: 'through-the-door',
    severity: 'error',
    from: { path: FEATURE },
    to: {
      path: '^src/(ground|loop/[^/]+|engage/[^/]+)/[^/]+/',
      pathNot: ['^src/$1/$2/', '/core/[^/]+\\.contract\\.ts$', '/server/door\\.ts$', '/web/[^/]+\\.part\\.tsx$'],
    },
  },
  {
    name: 'core-is-pure',
    severity: 'error',
    from: { path: '(^src/kit/|/core/)', pathNot: '\\.(test|fixture)\\.tsx?$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core-knows-no-machine',
    severity: 'error',
    from: { path: '(^src/kit/|/core/)', pathNot: '\\.(test|fixture)\\.tsx?$' },
    to: { path: ['^src/platform/', '/server/', '/web/', '^src/ui/', '^src/ground/(env|serve)\\.ts$'] },
  },
  {
    name: 'text-knows-no-database',
    severity: 'error',
    from: { path: '^src/text/' },
    to: { path: ['^src/platform/', 'node_modules/(pg|fastify|undici|nodemailer)/'] },
  },
  {
    name: 'web-never-meets-server',
    severity: 'error',
    from: { path: '(/web/|^src/ui/)' },
    to: { path: ['/server/', '^src/platform/'] },
  },
  {
    name: 'server-never-meets-web',
    severity: 'error',
    from: { path: '(/server/|^src/platform/)' },
    to: { path: ['/web/', '^src/ui/'] },
  },
  {
    name: 'edges-call-verbs',
    severity: 'error',
    from: { path: ['^src/main/', '\\.routes\\.ts$'], pathNot: '\\.test\\.ts$' },
    to: { path: '^src/(ground|loop|engage)/.*\\.store\\.ts$' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [
        '\\.test\\.tsx?$',
        '\\.d\\.ts$',
        '^src/main/console/',
        '^src/main/cli/cli\\.ts$',
        '/train/',
        '/web/pages\\.ts$',
        '/web/inserts\\.ts$',
        '\\.cases\\.ts$',
        '^src/ui/',
      ],
    },
    to: {},
  },
];
