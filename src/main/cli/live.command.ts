// `huiyin live`: what is done with live rooms from the command line.
import { Command } from 'commander';
import { liveBenchCommand } from './live-bench.command.ts';
import { liveReplayCommand } from './live-replay.command.ts';
import { liveSimulateCommand } from './live-simulate.command.ts';

export function liveCommand(): Command {
  return new Command('live')
    .description('replay, simulate and measure live rooms')
    .addCommand(liveReplayCommand())
    .addCommand(liveSimulateCommand())
    .addCommand(liveBenchCommand());
}
