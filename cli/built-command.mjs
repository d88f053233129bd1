import { readdirSync, statSync } from 'node:fs';

const sources = ['bot', 'cli', 'core', 'places', 'server', 'spreadsheet', 'survey'];

/**
 * The command as `npm run build` made it, which starts at once. Undefined when it was not built or a source
 * has changed since, for then it could give figures that the sources no longer give.
 *
 * @param {URL} root folder of the project
 * @returns {URL | undefined}
 */
export function builtCommand(root) {
  const build = new URL('dist/cli/main.mjs', root);
  const made = statSync(build, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return undefined;
  return sources.some((folder) => changedSince(new URL(`${folder}/`, root), made)) ? undefined : build;
}

function changedSince(folder, moment) {
  if (statSync(folder).mtimeMs > moment) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory()
      ? changedSince(new URL(`${entry.name}/`, folder), moment)
      : statSync(new URL(entry.name, folder)).mtimeMs > moment,
  );
}
