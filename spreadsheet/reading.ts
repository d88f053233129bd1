import { formatCount, type Place } from '../core/index.ts';
import { type ReadLimits, readLimits } from './limits.ts';
import { refuse } from './refusal.ts';

/** What every reader takes. */
export interface ReadOptions {
  /** The name that the user knows the file by; issues quote it, and its ending is compared with the content. */
  readonly fileName?: string;
  /** Bounds to set otherwise than in `readLimits`. */
  readonly limits?: Partial<ReadLimits>;
  /** The read stops at the next block of data once `aborted` is true. An AbortSignal will do. */
  readonly signal?: { readonly aborted: boolean };
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** One read on its way: what it may use, what it has used, and whether it may go on. */
export class Reading {
  readonly limits: ReadLimits;
  readonly place: Place;
  readonly #signal: { readonly aborted: boolean } | undefined;
  readonly #onProgress: ((share: number) => void) | undefined;
  #started = Date.now();
  #cells = 0;
  #characters = 0;

  constructor(options: ReadOptions) {
    this.limits = { ...readLimits, ...options.limits };
    this.place = options.fileName === undefined ? {} : { file: options.fileName };
    this.#signal = options.signal;
    this.#onProgress = options.onProgress;
  }

  /** Sets clock and counts to nothing: the next step of a file that stays open is a read of its own. */
  restart(): void {
    this.#started = Date.now();
    this.#cells = 0;
    this.#characters = 0;
  }

  /** Refuses when the caller has cancelled or the time is up. Cheap enough for every block of data. */
  mayGoOn(): void {
    if (this.#signal?.aborted) {
      refuse(
        this.place,
        'that reading was cancelled',
        'to read the whole file',
        'Start again when you are ready.',
      );
    }
    if (Date.now() - this.#started >= this.limits.seconds * 1000) {
      refuse(
        this.place,
        `a file that takes more than ${formatCount(this.limits.seconds)} seconds to read`,
        'a file that can be read in that time',
        'Remove sheets, columns and formatting that are not needed, save, and try again.',
      );
    }
  }

  progress(share: number): void {
    this.#onProgress?.(Math.min(1, share));
  }

  /** Counts the cells of a row before memory is taken for them. */
  takeCells(count: number, where: Place): void {
    this.#cells += count;
    if (this.#cells > this.limits.cells) {
      refuse(
        where,
        `more than ${formatCount(this.limits.cells)} cells`,
        'at most that many in one file',
        'Keep only the sheets and columns that are needed, or split the file.',
      );
    }
  }

  /** @param where the place, or the number of the row in the file */
  takeText(characters: number, where: Place | number): void {
    this.#characters += characters;
    if (this.#characters > this.limits.textCharacters) {
      refuse(
        typeof where === 'number' ? { ...this.place, row: where } : where,
        `more than ${formatCount(this.limits.textCharacters)} characters of text`,
        'at most that much in one file',
        'Keep only the sheets and columns that are needed, or split the file.',
      );
    }
  }

  refuseLargeFile(bytes: number): void {
    if (bytes <= this.limits.fileBytes) return;
    refuse(
      this.place,
      `a file of ${formatCount(bytes)} bytes`,
      `at most ${formatCount(this.limits.fileBytes)} bytes`,
      'Keep only the sheets and columns that are needed, or split the file.',
    );
  }
}
