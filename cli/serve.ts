import { Command } from 'commander';

interface Options {
  readonly port?: string;
  readonly host?: string;
}

/** `serve`: the web server with the pane, the ask page and, when its tokens are set, Slack. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the pane and the ask page in a browser, and Slack when its tokens are set.')
    .option('--port <number>', 'port to listen on (default: PORT, or 3000)')
    .option('--host <address>', 'address to listen on (default: HOST, or 127.0.0.1: this computer only)')
    .addHelpText('after', '\nExamples:\n  localpound serve\n  localpound serve --port 8080 --host 0.0.0.0')
    .action(async ({ port, host }: Options) => {
      // Loaded here, so that no other command waits for the server's code.
      const { runServer } = await import('../server/run.ts');
      const given = { ...(port && { PORT: port }), ...(host && { HOST: host }) };
      process.exit(await runServer({ ...process.env, ...given }));
    });
}
