import { build } from 'vite';

/** The tests run the command as it is delivered: built. */
export default async function buildCommand(): Promise<void> {
  await build({ configFile: 'cli/vite.config.ts' });
}
