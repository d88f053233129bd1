import { type Json, listOf, stringOf } from './json.ts';
import { type Method, SlackError } from './web-api-method.ts';

/** Reading files, and sending them in three steps: an address, the bytes, the end. */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.info': {
    scope: 'files:read',
    required: ['file'],
    answer: (workspace, body) => {
      const found = workspace.files.find(String(body.file));
      if (!found) throw new SlackError('file_not_found');
      return { file: found.file };
    },
  },
  'files.getUploadURLExternal': {
    scope: 'files:write',
    required: ['filename', 'length'],
    answer: (workspace, body) => {
      const length = Number(body.length);
      if (!Number.isInteger(length) || length <= 0) throw new SlackError('invalid_arguments');
      const id = workspace.counters.id('FUP');
      workspace.uploads.set(id, { id, name: String(body.filename), length });
      return { upload_url: `${workspace.origin()}/upload/v1/${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': {
    scope: 'files:write',
    required: ['files'],
    answer: (workspace, body) => {
      const uploads = listOf(body.files).map(({ id, title }) => {
        const upload = workspace.uploads.get(String(id));
        if (!upload?.bytes) throw new SlackError('file_not_found');
        return { ...upload, bytes: upload.bytes, title: stringOf(title) ?? upload.name };
      });
      const channel = stringOf(body.channel_id);
      if (channel !== undefined && !workspace.channels.has(channel))
        throw new SlackError('channel_not_found');
      const files = uploads.map(({ id, name, bytes, title }) => {
        workspace.uploads.delete(id);
        return { ...workspace.files.add({ name, bytes, user: 'UBOT' }), title };
      });
      if (channel !== undefined) {
        workspace.appSaid({
          method: 'files.completeUploadExternal',
          how: 'message',
          channel,
          ts: workspace.counters.ts(),
          thread: stringOf(body.thread_ts),
          text: stringOf(body.initial_comment) ?? '',
          files,
          payload: body as Json,
        });
      }
      return { files };
    },
  },
};
