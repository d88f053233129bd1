import type { WebClient } from '@slack/web-api';
import type { Message } from '../../blocks/message.ts';
import type { Person } from '../../kept/kept-store.ts';
import type { Services } from '../../services.ts';

/** A button that was pressed, or a choice of a menu. */
export interface Pressed {
  readonly services: Services;
  /** Speaks for the workspace that the press came from. */
  readonly client: WebClient;
  readonly person: Person;
  /** What the button or the choice holds. */
  readonly value: string;
  /** Where it was pressed; absent in a form and in the App Home. */
  readonly channel: string | undefined;
  /** The stamp of the message it was pressed under; absent where only that person sees it. */
  readonly message: string | undefined;
  /** Opens a form, within three seconds. */
  readonly triggerId: string;
  /** The form or the App Home it was pressed in, as far as it was. */
  readonly view: PressedView | undefined;
  /** Puts a message in the place of what the button was under; from the App Home in a form. */
  readonly show: (message: Message) => Promise<void>;
  /** For that person only: below the button, or from a form in their direct messages. */
  readonly whisper: (message: Message) => Promise<void>;
  /** For everyone in the conversation; there is none around a form. */
  readonly share: (message: Message) => Promise<void>;
}

export interface PressedView {
  readonly type: 'modal' | 'home';
  readonly id: string;
  readonly hash: string;
  readonly metadata: string;
}

export type PressHandler = (pressed: Pressed) => Promise<void>;
