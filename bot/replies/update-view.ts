import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';

/**
 * Changes a form that a person looks at. False where it has changed since, as after a button was pressed
 * twice, or was closed: then there is nothing left to do.
 */
export async function updateView(
  client: WebClient,
  { id, hash }: { readonly id: string; readonly hash: string },
  view: ModalView,
): Promise<boolean> {
  try {
    await client.views.update({ view_id: id, hash, view });
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError && /^(hash_conflict|not_found)$/.test(error.data.error))
      return false;
    throw error;
  }
}
