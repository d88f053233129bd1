// A worker begins with plain JavaScript: it learns to read TypeScript here, however its parent was started.
import { register } from 'tsx/esm/api';

register();
await import('./lm3-worker.ts');
