import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has had at once, in MB. On Linux the figure of `resourceUsage` may
 * be that of the process that started this one, so the kernel's own count of this program comes first.
 */
export function peakMb(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
