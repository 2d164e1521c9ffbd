// The numbers an operator's monitoring reads: counts and timings of requests, gate steps, reactions, jobs and mail.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const FAST = [0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

export interface Metrics {
  registry: Registry;
  /** Starts timing a gate step; call the answer with how many records went through and what became of those that did not. */
  gateStep(step: string): (passed: number, stopped?: Record<string, number>) => void;
  gateOutcome(channel: string, outcome: string, count: number): void;
  reaction(name: string): (outcome: 'done' | 'failed', events: number) => void;
  job(kind: string): (outcome: 'done' | 'failed' | 'dead') => void;
  request(method: string, route: string, status: number, seconds: number): void;
  mail(state: string): void;
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
}

/** @param withProcess also report the process's memory, CPU and event loop */
export function createMetrics(withProcess = true): Metrics {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry, prefix: 'huiyin_' });
  const registers = [registry];
  const stepSeconds = new Histogram({
    name: 'huiyin_gate_step_seconds',
    help: 'Time one batch spends in a step of the gate',
    labelNames: ['step'],
    buckets: FAST,
    registers,
  });
  const stepRecords = new Counter({
    name: 'huiyin_gate_step_records_total',
    help: 'Records that left a step of the gate, by what became of them',
    labelNames: ['step', 'outcome'],
    registers,
  });
  const outcomes = new Counter({
    name: 'huiyin_gate_records_total',
    help: 'Records that came to the gate, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const reactionSeconds = new Histogram({
    name: 'huiyin_reaction_seconds',
    help: 'Time one run of a reaction takes',
    labelNames: ['reaction', 'outcome'],
    buckets: FAST,
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'huiyin_job_seconds',
    help: 'Time one run of a job takes',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'huiyin_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers,
  });
  const mails = new Counter({
    name: 'huiyin_mails_total',
    help: 'Letters by what became of them',
    labelNames: ['state'],
    registers,
  });
  return {
    registry,
    gateStep(step) {
      const end = stepSeconds.startTimer({ step });
      return (passed, stopped = {}) => {
        end();
        if (passed > 0) stepRecords.inc({ step, outcome: 'passed' }, passed);
        for (const [outcome, count] of Object.entries(stopped)) stepRecords.inc({ step, outcome }, count);
      };
    },
    gateOutcome: (channel, outcome, count) => {
      if (count > 0) outcomes.inc({ channel, outcome }, count);
    },
    reaction(name) {
      const end = reactionSeconds.startTimer({ reaction: name });
      return (outcome) => {
        end({ outcome });
      };
    },
    job(kind) {
      const end = jobSeconds.startTimer({ kind });
      return (outcome) => {
        end({ outcome });
      };
    },
    request: (method, route, status, seconds) => requestSeconds.observe({ method, route, status }, seconds),
    mail: (state) => mails.inc({ state }),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
    },
  };
}
