// What an assistant may do with Huiyin: look, explain, draft. Every tool is a call with the caller's own key, so it sees what he may see; none of them sends anything.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { CASE_STATUSES } from '../../loop/act/cases/core/case.contract.ts';
import { CHANNELS } from '../../loop/collect/intake/core/feedback.contract.ts';
import { DIMENSION_KEYS, MEASURE_KEYS } from '../../loop/publish/insight/core/catalogue.contract.ts';
import { METRICS } from '../../loop/publish/insight/core/dictionary.contract.ts';
import { productVersion } from '../../platform/config/package-root.ts';
import type { Language } from '../../platform/i18n/translate.ts';
import { CLASSES, SENTIMENTS } from '../../text/judge.contract.ts';
import type { Client } from '../sdk/client.ts';
import { Problem } from '../sdk/sdk.ts';
import { draftReply } from './draft-reply.ts';
import { explainNumber } from './explain-number.ts';

const day = z.iso.date();
const limit = z.number().int().min(1).max(50).default(10);

/** Builds the server for one caller. */
export function mcpServer(client: Client, language: Language): McpServer {
  const server = new McpServer({ name: 'huiyin', version: productVersion });
  const reads = { readOnlyHint: true, openWorldHint: false };

  server.registerTool(
    'search_feedback',
    {
      title: 'Search feedback 查找声音',
      description:
        'Finds what customers said, by words and labels, newest first. Texts are masked: personal data is replaced by marks such as [phone].',
      annotations: reads,
      inputSchema: {
        words: z.string().max(200).optional().describe('words looked for, Chinese or English; quotes make a phrase'),
        channel: z.enum(CHANNELS).optional(),
        theme: z.string().optional().describe('theme id, for example logistics or logistics.late'),
        sentiment: z.enum(SENTIMENTS).optional(),
        class: z.enum(CLASSES).optional(),
        product: z.string().optional().describe('product id'),
        from: day.optional(),
        to: day.optional(),
        limit,
      },
    },
    (input) =>
      said(async () => {
        const { words, from, to, ...filter } = input;
        const query = {
          ...filter,
          ...(words ? { q: words } : {}),
          ...(from ? { from: `${from}T00:00:00Z` } : {}),
          ...(to ? { to: `${to}T23:59:59Z` } : {}),
        };
        const page = await client.feedback.list({ query });
        return {
          items: page.items.map((one) => ({
            id: one.id,
            said: one.occurredAt,
            channel: one.channel,
            rating: one.rating,
            text: one.text,
            product: one.product?.name ?? null,
            sentiment: one.judgement?.sentiment ?? null,
            class: one.judgement?.class ?? null,
            themes: one.judgement?.themes ?? [],
            caseId: one.caseId,
          })),
          more: page.nextCursor !== null,
        };
      }),
  );

  server.registerTool(
    'read_feedback',
    {
      title: 'Read one feedback 查看一条声音',
      description: 'One voice with every label and the words that led to it.',
      annotations: reads,
      inputSchema: { id: z.string() },
    },
    ({ id }) => said(() => client.feedback.get({ params: { id } })),
  );

  server.registerTool(
    'explain_number',
    {
      title: 'Explain a number 解释一个数字',
      description:
        'What a metric means: its formula, filter, window and caveats, its present figure with interval, and sentences of customers behind it.',
      annotations: reads,
      inputSchema: { metric: z.enum(METRICS.map((one) => one.key) as [string, ...string[]]), examples: limit },
    },
    (input) => said(() => explainNumber(client, language, input)),
  );

  server.registerTool(
    'measure',
    {
      title: 'Measure 统计',
      description: 'Counts and shares over a period, divided by one or two dimensions, with 95 % intervals.',
      annotations: reads,
      inputSchema: {
        measure: z.enum(MEASURE_KEYS),
        by: z.enum(DIMENSION_KEYS).optional(),
        and: z.enum(DIMENSION_KEYS).optional(),
        from: day.optional(),
        to: day.optional(),
      },
    },
    ({ measure, by, and, from, to }) =>
      said(() =>
        client.insight.explore({
          query: {
            measures: [measure],
            ...(by ? { rows: by } : {}),
            ...(and ? { columns: and } : {}),
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
          },
        }),
      ),
  );

  server.registerTool(
    'list_cases',
    {
      title: 'List cases 工单列表',
      description: 'Cases by status, theme or words; those that fall due first come first.',
      annotations: reads,
      inputSchema: {
        status: z.array(z.enum(CASE_STATUSES)).optional(),
        theme: z.string().optional(),
        words: z.string().max(100).optional(),
        limit,
      },
    },
    ({ status, theme, words, limit: most }) =>
      said(() =>
        client.cases.list({
          query: {
            limit: most,
            ...(status ? { status } : {}),
            ...(theme ? { theme: [theme] } : {}),
            ...(words ? { q: words } : {}),
          },
        }),
      ),
  );

  server.registerTool(
    'read_case',
    {
      title: 'Read a case 查看工单',
      description: 'A case with its voices, clocks, notes and the conversation with its reporter.',
      annotations: reads,
      inputSchema: { id: z.string() },
    },
    ({ id }) =>
      said(async () => ({
        case: await client.cases.get({ params: { id } }),
        conversation: await client.cases.conversation({ params: { id }, query: { limit: 20 } }),
      })),
  );

  server.registerTool(
    'draft_reply',
    {
      title: 'Draft a reply 起草回复',
      description:
        "Everything a good answer needs: what the customer said, what is promised, and the shop's own templates filled for this case. Nothing is sent; a member sends it.",
      annotations: reads,
      inputSchema: { caseId: z.string(), language: z.enum(['zh-CN', 'en']).optional() },
    },
    (input) => said(() => draftReply(client, input)),
  );

  server.registerTool(
    'list_themes',
    {
      title: 'List themes 主题',
      description: "The shop's own two-level list of themes.",
      annotations: reads,
      inputSchema: {},
    },
    () => said(() => client.themes.list()),
  );
  return server;
}

interface Said {
  [key: string]: unknown;
  content: { type: 'text'; text: string }[];
  isError?: boolean;
}

/** The answer as text; a refusal is an answer too, so that the assistant can say what is wrong. */
async function said(work: () => Promise<unknown>): Promise<Said> {
  try {
    return { content: [{ type: 'text', text: JSON.stringify(await work()) }] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, status, title, details } = error;
    return { isError: true, content: [{ type: 'text', text: JSON.stringify({ code, status, title, details }) }] };
  }
}
