// Planted: a page meets the server.
import { past } from '../server/past-the-door.ts';

export const page = past;
