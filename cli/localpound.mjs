#!/usr/bin/env node
import { builtCommand } from './built-command.mjs';

const built = builtCommand(new URL('../', import.meta.url));
if (built === undefined) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
} else {
  await import(built.href);
}
