import { refuseView } from './check-blocks.ts';
import { type Json, listOf, objectOf, stringOf } from './json.ts';
import { type Method, SlackError, throwRefusal } from './web-api-method.ts';
import { ids, type Workspace } from './workspace.ts';

/** Modals and the App Home. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': {
    required: ['trigger_id', 'view'],
    answer: (workspace, body) => {
      const user = personOf(workspace, body);
      throwRefusal(refuseView(body.view, 'modal'));
      return shown(workspace, body, 'views.open', 'opened a form', workspace.views.open(user, body.view));
    },
  },
  'views.push': {
    required: ['trigger_id', 'view'],
    answer: (workspace, body) => {
      const user = personOf(workspace, body);
      throwRefusal(refuseView(body.view, 'modal'));
      const view = workspace.views.push(user, body.view);
      if (!view) throw new SlackError('push_limit_reached');
      return shown(workspace, body, 'views.push', 'opened a form on top', view);
    },
  },
  'views.update': {
    required: ['view'],
    answer: (workspace, body) => {
      const old =
        workspace.views.find('id', body.view_id) ?? workspace.views.find('external_id', body.external_id);
      if (!old) throw new SlackError('not_found');
      if (body.hash !== undefined && body.hash !== old.hash) throw new SlackError('hash_conflict');
      throwRefusal(refuseView(body.view, old.type === 'home' ? 'home' : 'modal'));
      const view = workspace.views.update(old, body.view);
      if (!view) throw new SlackError('not_found');
      return shown(workspace, body, 'views.update', 'changed a form', view);
    },
  },
  'views.publish': {
    required: ['user_id', 'view'],
    answer: (workspace, body) => {
      const user = String(body.user_id);
      const old = workspace.views.home(user);
      if (body.hash !== undefined && body.hash !== old?.hash) throw new SlackError('hash_conflict');
      throwRefusal(refuseView(body.view, 'home'));
      const view = workspace.views.publish(user, body.view);
      return shown(workspace, body, 'views.publish', `showed ${user} the App Home`, view);
    },
  },
};

function personOf(workspace: Workspace, body: Json): string {
  const exchanged = workspace.triggers.exchange(String(body.trigger_id));
  if ('error' in exchanged) throw new SlackError(exchanged.error);
  return exchanged.user;
}

function shown(workspace: Workspace, body: Json, method: string, how: string, view: Json): Json {
  workspace.appSaid({
    method,
    how,
    channel: ids.channel,
    text: stringOf(objectOf(view.title).text) ?? '',
    blocks: listOf(view.blocks),
    payload: body,
  });
  return { view };
}
