import manifest from '../package.json' with { type: 'json' };

/** The version of Local Pound that is running. */
export const version: string = manifest.version;
