// Customers: how a channel names them and what screens may know of them.
import { z } from 'zod';
import { route } from '../../members/core/permission.contract.ts';

/** What a channel knows of a customer; any of these joins him to what he said before. */
export interface PersonHint {
  externalId?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  locale?: 'zh-CN' | 'en' | undefined;
}

export const personView = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    locale: z.string().nullable(),
    tier: z.enum(['standard', 'vip']),
    createdAt: z.string(),
    /** Masked: enough to recognise, not enough to use. */
    identities: z.array(z.object({ kind: z.enum(['external', 'email', 'phone']), hint: z.string() })),
  })
  .meta({ id: 'Person' });

export const getPersonRoute = route({
  id: 'getPerson',
  method: 'GET',
  path: '/api/v1/people/:id',
  summary: 'One customer, contact details masked',
  access: 'person.read',
  params: z.object({ id: z.string() }),
  ok: personView,
  refusals: ['not_found'],
});

export const setPersonTierRoute = route({
  id: 'setPersonTier',
  method: 'PUT',
  path: '/api/v1/people/:id/tier',
  summary: 'Put a customer on the VIP lane or take him off it',
  access: 'case.work',
  params: z.object({ id: z.string() }),
  body: z.object({ tier: z.enum(['standard', 'vip']) }),
  ok: personView,
  refusals: ['not_found'],
});
