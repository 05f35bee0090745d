// The writing thread: keeps the disk's stalls away from the sockets. It takes all that has piled up while it was
// busy into one transaction.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/store.ts';
import { batchRunner } from './batch.ts';
import type { Request } from './commands.ts';

/** The most commands that share a transaction, so that a flood still gets answers in between. */
const MAX_BATCH = 1_000;

const port = parentPort;
if (!port) throw new Error('writer.ts runs as a worker thread');

const { file } = workerData as { file: string };
const store = openStore(file);
const run = batchRunner(store);

port.on('message', (first: Request[] | 'close') => {
  const requests: Request[] = [];
  let message: Request[] | 'close' | undefined = first;
  while (message !== undefined && message !== 'close') {
    requests.push(...message);
    if (requests.length >= MAX_BATCH) break;
    message = receiveMessageOnPort(port)?.message as Request[] | 'close' | undefined;
  }
  if (requests.length > 0) port.postMessage(run(requests));
  if (message !== 'close') return;
  store.db.close();
  port.close();
});
port.postMessage('ready');
