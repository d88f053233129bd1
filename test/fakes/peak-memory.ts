import { readFileSync, writeFileSync } from 'node:fs';

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

/** Has the peak counted anew from what is in use now, once what was used before is thrown away; on Linux only. */
export function forgetPeak(): void {
  (globalThis as { gc?: () => void }).gc?.();
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // The peak of everything so far stands in for it: more, never less.
  }
}
