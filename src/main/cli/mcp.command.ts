// `huiyin mcp`: the same tools over standard input and output, for assistants that start a program.
import { Command } from 'commander';
import { originOf, readConfig } from '../../platform/config/config.ts';
import { WrongUsage } from './wrong-usage.ts';

export function mcpCommand(): Command {
  return new Command('mcp')
    .description('speak the Model Context Protocol over standard input and output')
    .option('--url <url>', 'where Huiyin runs; this machine when left out')
    .option('--key <key>', 'API key; better in HUIYIN_API_KEY')
    .option('--language <language>', 'zh-CN or en', 'zh-CN')
    .action(async (options: { url?: string; key?: string; language: string }) => {
      const key = options.key ?? process.env.HUIYIN_API_KEY;
      if (!key) throw new WrongUsage('give a key with --key or HUIYIN_API_KEY');
      // Loaded here: no other command needs the protocol.
      const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
      const { createClient } = await import('../sdk/client.ts');
      const { mcpServer } = await import('../mcp/tools.ts');
      const url = options.url ?? originOf(readConfig(process.env, process.cwd()));
      const server = mcpServer(createClient({ url, key }), options.language === 'en' ? 'en' : 'zh-CN');
      await server.connect(new StdioServerTransport());
      await new Promise<void>((resolve) => {
        server.server.onclose = resolve;
      });
    });
}
