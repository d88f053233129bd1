import type { Issue, Outcome, PostcodeIndex } from '../../core/index.ts';
import { unpackPostcodes } from '../../places/unpack.ts';

const fileName = 'postcodes.bin';

let loading: Promise<Outcome<PostcodeIndex>> | undefined;

/** All postcodes of Great Britain, fetched when the first is to be placed. One that failed is tried again. */
export async function postcodes(): Promise<Outcome<PostcodeIndex>> {
  loading ??= load();
  const loaded = await loading;
  if (!loaded.ok) loading = undefined;
  return loaded;
}

async function load(): Promise<Outcome<PostcodeIndex>> {
  const answer = await fetch(new URL('../../places/postcodes.bin', import.meta.url)).catch(() => undefined);
  const bytes = answer?.ok ? await answer.arrayBuffer().catch(() => undefined) : undefined;
  if (bytes) return unpackPostcodes(new Uint8Array(bytes), fileName);
  return { ok: false, issues: [noAnswer(answer)] };
}

const noAnswer = (answer: Response | undefined): Issue => ({
  severity: 'error',
  where: { file: fileName },
  found: answer ? `answer ${answer.status} from the server` : 'no answer from the server',
  expected: 'the list of postcodes, 5 MB, which is fetched once',
  mend: 'Check that the server is running and try again. What was added up without an area is still there.',
});
