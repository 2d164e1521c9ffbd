// A thread that learns one shop's weights from thousands of texts and ends: a second of work that no request has to wait for.
import { parentPort, workerData } from 'node:worker_threads';
import { learnShop } from '../../../../text/adapt/learn-shop.ts';
import { readShop, writeShop } from '../../../../text/adapt/shop-bytes.ts';
import { createStudy } from '../../../../text/adapt/study.ts';
import { loadModel } from '../../../../text/node/load-engine.ts';
import type { Learned, Lessons } from './learn-apart.ts';

const { lessons, unlabelled, previous } = workerData as Lessons;
const study = createStudy(await loadModel(), lessons.length + unlabelled.length);
const { weights, report } = learnShop({ study, lessons, unlabelled, previous: previous ? readShop(previous) : null });
const learned: Learned = { weights: writeShop(weights), report };
parentPort!.postMessage(learned);
