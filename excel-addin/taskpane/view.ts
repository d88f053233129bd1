/** What the main part of the page shows at one time. */
export interface View {
  /** For the window's title. */
  readonly title: string;
  readonly content: readonly Node[];
  /** Where the reader starts: takes the focus when the view appears. */
  readonly focus: HTMLElement;
}

/** Puts views into the page, and says things to people who do not see it. */
export interface Stage {
  show(view: View): void;
  /** Puts a newer version of the same view in its place: the reader stays where they are, what was opened stays open. */
  renew(view: View): void;
  /** Shows something above the view until the next one; nothing takes it away. */
  note(content: HTMLElement | undefined): void;
  /** Read out by screen readers; not shown. */
  announce(text: string): void;
}

export function openStage(page: Document): Stage {
  const main = page.getElementById('main');
  const status = page.getElementById('status');
  if (!main || !status) throw new Error('The page has no main part or no status line.');
  let first = true;
  return {
    show({ title, content, focus }) {
      page.title = `${title} - Local Pound`;
      main.replaceChildren(...content);
      // A page that has just been opened keeps the reader at its top.
      if (!first) {
        // At once: a new view has nothing to do with where the last one was read.
        page.defaultView?.scrollTo({ top: 0, behavior: 'instant' });
        focus.focus({ preventScroll: true });
      }
      first = false;
    },
    renew({ title, content }) {
      page.title = `${title} - Local Pound`;
      const { scrollY } = page.defaultView ?? { scrollY: 0 };
      const opened = [...main.querySelectorAll<HTMLElement>('.opener[aria-expanded="true"]')].map(
        ({ id }) => id,
      );
      const focused = page.activeElement?.id;
      main.replaceChildren(...content);
      for (const id of opened) page.getElementById(id)?.click();
      if (focused) page.getElementById(focused)?.focus({ preventScroll: true });
      page.defaultView?.scrollTo({ top: scrollY, behavior: 'instant' });
    },
    note(content) {
      main.querySelector('.changed-note')?.remove();
      if (content) main.prepend(content);
    },
    announce(text) {
      status.textContent = text;
    },
  };
}
