import { describeIssue } from '../core/index.ts';
import { readConfig } from './config.ts';
import type { Environment } from './environment.ts';
import { createLogger, type Logger } from './log.ts';
import { startServer } from './start.ts';
import { StartError } from './start-error.ts';
import { startLines } from './start-lines.ts';

/** A stop that takes longer than this ends the process anyway. */
const stopDeadlineMs = 10_000;

/**
 * Starts the server, says where it is, and waits to be stopped by SIGTERM or SIGINT. Returns the exit
 * code: 0 after a clean stop, 1 when it could not start or could not stop in time.
 */
export async function runServer(env: Environment): Promise<number> {
  const outcome = readConfig(env);
  if (!outcome.ok) {
    tell(['Local Pound cannot start. Mend these and start it again:']);
    tell(outcome.issues.map((issue, index) => `  ${index + 1}. ${describeIssue(issue)}`));
    return 1;
  }
  const config = outcome.value;
  const logger = createLogger(config.logLevel);
  const supervision = superviseRejections(logger);
  const stopSignal = waitForStop();
  try {
    const server = await startServer(config, { logger });
    supervision.started();
    process.stdout.write(`${startLines(config, server).join('\n')}\n`);
    logger.info({ signal: await stopSignal }, 'stopping');
    return await stopInTime(server.close(), logger);
  } catch (error) {
    if (error instanceof StartError) tell([`Local Pound cannot start. ${error.message}`]);
    else logger.fatal({ err: error }, 'Local Pound ends because of an error in it');
    return 1;
  }
}

function tell(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

/**
 * A promise that nobody waits for must not end the process and with it every other face: Slack's
 * Socket Mode client leaves such promises behind when it cannot reconnect. During the start it does
 * end the process, since nobody depends on it yet.
 */
function superviseRejections(logger: Logger): { started(): void } {
  let started = false;
  process.on('unhandledRejection', (reason) => {
    logger.error({ err: reason }, 'a promise was rejected and nobody was waiting for it');
    if (!started) process.exit(1);
  });
  return {
    started() {
      started = true;
    },
  };
}

/** Later signals change nothing: a shell and npm may both pass on the same Ctrl+C. */
async function waitForStop(): Promise<NodeJS.Signals> {
  return await new Promise((resolve) => {
    process.on('SIGTERM', resolve);
    process.on('SIGINT', resolve);
  });
}

async function stopInTime(closing: Promise<void>, logger: Logger): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => {
      logger.error(`not stopped after ${stopDeadlineMs} ms; ending anyway`);
      resolve(1);
    }, stopDeadlineMs);
  });
  const code = await Promise.race([closing.then(() => 0), late]);
  clearTimeout(timer);
  return code;
}
