import * as z from 'zod';

/**
 * Imported before anything that makes a schema: the page's security policy forbids code made from
 * text, which zod would otherwise try for speed.
 */
z.config({ jitless: true });
