import type { StaffRespend } from './staff-round-3.ts';

/** What a proxy does to LM3: the result with it ten percentage points lower and higher. */
export interface ProxySensitivity {
  readonly staff: 'local' | 'nonLocal';
  /** The share in use, 0 to 1. */
  readonly share: number;
  readonly lowShare: number;
  readonly highShare: number;
  readonly lm3AtLow: number;
  readonly lm3AtHigh: number;
}

const step = 0.1;

/** LM3 is a straight line in each proxy: pay x change / round 1. Groups without a proxy are passed over. */
export function proxySensitivity(
  lm3: number,
  round1: number,
  staff: readonly StaffRespend[],
): ProxySensitivity[] {
  return staff.flatMap(({ local, proxied }): ProxySensitivity[] => {
    if (!proxied || proxied.pay === 0) return [];
    const { share, pay } = proxied;
    const lowShare = Math.max(0, share - step);
    const highShare = Math.min(1, share + step);
    const at = (other: number) => lm3 + (pay * (other - share)) / round1;
    return [
      {
        staff: local ? 'local' : 'nonLocal',
        share,
        lowShare,
        highShare,
        lm3AtLow: at(lowShare),
        lm3AtHigh: at(highShare),
      },
    ];
  });
}
