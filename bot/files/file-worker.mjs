import { register } from 'tsx/esm/api';

// A worker of Node 20 does not load TypeScript of its own accord, however its parent was started.
register();
await import('./file-worker.ts');
