import { fileHost } from '../host/file.ts';
import { startPane } from './pane.ts';

/** Mounts the pane on a page in a browser; nothing more. */
startPane(document, fileHost(document));
