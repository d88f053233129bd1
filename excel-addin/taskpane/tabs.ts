import { button, element } from './element.ts';

export type Tab = 'figures' | 'ask';

/** Two ways to use the pane, in its head: figures of a workbook, and questions. */
export function tabsIn(page: Document, choose: (tab: Tab) => void): { show(tab: Tab): void } {
  const tabs = {
    figures: button('Figures', () => choose('figures'), { class: 'tab' }),
    ask: button('Ask', () => choose('ask'), { class: 'tab' }),
  };
  page
    .querySelector('.site-name')
    ?.after(element('nav', { class: 'tabs', 'aria-label': 'What to do' }, tabs.figures, tabs.ask));
  return {
    show(tab) {
      for (const [name, one] of Object.entries(tabs)) {
        if (name === tab) one.setAttribute('aria-current', 'page');
        else one.removeAttribute('aria-current');
      }
    },
  };
}
