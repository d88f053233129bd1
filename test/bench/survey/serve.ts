/** The whole server on the store that it is told, in a process of its own. Prints its address. */
import pino from 'pino';
import { readConfig } from '../../../server/config.ts';
import { startServer } from '../../../server/start.ts';

const [place = ''] = process.argv.slice(2);
const config = readConfig({ LOCALPOUND_STORE: place, PORT: '0', TRUST_PROXY: 'yes' });
if (!config.ok) throw new Error(JSON.stringify(config.issues));
const server = await startServer(config.value, { logger: pino({ level: 'silent' }) });
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
