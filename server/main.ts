import { runServer } from './run.ts';

// Ends the process at once: a socket that will not close must not keep a stopped server alive.
process.exit(await runServer(process.env));
