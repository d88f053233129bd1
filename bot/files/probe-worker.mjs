import { tsImport } from 'tsx/esm/api';

await tsImport('./probe-worker.ts', import.meta.url);
