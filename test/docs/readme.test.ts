import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localpound, projectRoot } from '../cli/localpound.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');

describe('README.md', () => {
  it('shows what the ledger command prints, to the letter', async () => {
    const command = /npm run -s localpound -- (ledger [\s\S]*?)\n```/.exec(readme)?.[1] ?? '';
    const args = [...command.replaceAll('\\\n', ' ').matchAll(/"([^"]*)"|(\S+)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    const { code, stdout } = await localpound(args);
    expect(code).toBe(0);
    expect(readme).toContain(stdout.trimEnd());
  });

  it('names only commands and files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(() => statSync(join(projectRoot, link)), link).not.toThrow();
    const scripts = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).scripts as Record<
      string,
      string
    >;
    for (const [, name] of readme.matchAll(/`npm run (?:-s )?([a-z:]+)/g))
      expect(scripts).toHaveProperty(name ?? '');
  });

  it('and the other pages name only tests and sources that exist', () => {
    const pages = readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.md'),
    );
    const named = pages.flatMap((page) => [
      ...readFileSync(join(projectRoot, 'docs', page), 'utf8').matchAll(
        /`((?:test|core|spreadsheet|bot|docs)\/[\w./-]+)`/g,
      ),
    ]);
    expect(named.length).toBeGreaterThan(15);
    for (const [, path] of named) expect(() => statSync(join(projectRoot, path ?? '')), path).not.toThrow();
  });
});
