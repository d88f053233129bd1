import { readFileSync } from 'node:fs';
import { type EngineName, engines, type Paid } from './engines.ts';

/** What one engine used for one file, in a process of its own. */
export interface Used {
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Most memory that the process ever held, in bytes. */
  readonly peakBytes: number;
  readonly groups: number;
  readonly pence: number;
  /** The same for the same sums by supplier and postcode, in whatever order. */
  readonly fingerprint: number;
}

function fingerprint({ supplier, postcode, pence }: Paid): number {
  let hash = 17;
  for (const sign of `${supplier}|${postcode}|${pence}`)
    hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) | 0;
  return hash;
}

/**
 * Linux counts the memory of the process that started this one into `maxRSS`, as both are one until the
 * program is loaded, but keeps the peak of this program alone as VmHWM.
 */
function peak(): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return process.resourceUsage().maxRSS * 1024;
}

const [name, path] = process.argv.slice(2) as [EngineName, string];
const before = process.cpuUsage();
const started = performance.now();
const result = await engines[name](path);
const wallMs = performance.now() - started;
const { user, system } = process.cpuUsage(before);
const peakBytes = peak();

let groups = 0;
let pence = 0;
let all = 0;
for (const paid of await result()) {
  groups += 1;
  pence += paid.pence;
  all ^= fingerprint(paid);
}
const used: Used = { cpuMs: (user + system) / 1000, wallMs, peakBytes, groups, pence, fingerprint: all };
process.stdout.write(JSON.stringify(used));
