import type { RoutePointer } from '../../../core/index.ts';
import { element } from '../element.ts';

/** What has to be looked at before any contract is placed otherwise. Stands with every suggestion. */
export const routeNote = ({ words }: RoutePointer): HTMLElement =>
  element('p', { class: 'notice route-note' }, element('strong', {}, 'Before you act on this: '), words);
