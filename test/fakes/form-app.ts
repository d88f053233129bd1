import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';

const words = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string, text = value) => ({ text: words(text), value });
const cell = (text: string) => ({ type: 'raw_text' as const, text });

/** One of each kind of block that a message may have. */
export const everyBlock: readonly object[] = [
  { type: 'header', text: words('A heading') },
  { type: 'divider' },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*bold* _slanted_ `code` &lt;b&gt; <https://example.org|a link> <@U2>' },
    fields: [words('left'), words('right')],
    accessory: { type: 'overflow', action_id: 'more', options: [option('a', 'First')] },
  },
  { type: 'context', elements: [words('small print')] },
  { type: 'markdown', text: '## Second heading\n- **one**\n- [two](https://example.org)' },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'lead ', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 1,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '<script>1</script>' }] }],
      },
    ],
  },
  {
    type: 'data_table',
    caption: 'A table',
    page_size: 1,
    row_header_column_index: 0,
    rows: [
      [cell('Name'), cell('Amount')],
      [cell('One'), { type: 'raw_number', value: 1 }],
      [cell('Two'), cell('£2.00')],
    ],
  },
  ...['bar', 'line', 'area'].map((type) => ({
    type: 'data_visualization',
    title: `A ${type} chart`,
    chart: {
      type,
      axis_config: { categories: ['Round 1', 'Round 2'], x_label: 'Round', y_label: 'GBP' },
      series: [
        {
          name: 'Local',
          data: [
            { label: 'Round 1', value: 100 },
            { label: 'Round 2', value: 41.5 },
          ],
        },
      ],
    },
  })),
  {
    type: 'data_visualization',
    title: 'A pie chart',
    chart: {
      type: 'pie',
      segments: [
        { label: 'Stays', value: 3 },
        { label: 'Leaves', value: 1 },
      ],
    },
  },
  { type: 'image', image_url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', alt_text: 'a picture' },
  {
    type: 'actions',
    elements: [{ type: 'button', action_id: 'ask', value: 'v', text: words('Open the form') }],
  },
  { type: 'of_tomorrow', text: 'not known yet' },
];

const form: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: words('A form'),
  submit: words('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'topic',
      label: words('Indicator'),
      element: { type: 'external_select', action_id: 'topic', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'nation',
      label: words('Nation'),
      element: {
        type: 'radio_buttons',
        action_id: 'nation',
        options: [option('england', 'England'), option('wales', 'Wales')],
      },
    },
    {
      type: 'input',
      block_id: 'value',
      label: words('Value'),
      hint: words('In pounds'),
      element: { type: 'plain_text_input', action_id: 'value' },
    },
    {
      type: 'input',
      block_id: 'file',
      optional: true,
      label: words('File'),
      element: { type: 'file_input', action_id: 'file' },
    },
  ],
};

/** An app that asks things in a form, checks them, and shows them in the App Home. */
export function registerFormApp(app: App): void {
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.ts,
      text: 'ready',
      blocks: [
        { type: 'actions', elements: [{ type: 'button', action_id: 'ask', text: words('Open the form') }] },
      ],
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks: KnownBlock[] = [{ type: 'header', text: words(`Home of ${event.user}`) }];
    if (event.tab === 'home')
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
  app.action('ask', async ({ ack, body, client }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.options('topic', async ({ ack, payload }) => {
    const found = ['Local suppliers', 'Local jobs', 'Volunteers'].filter((name) =>
      name.toLowerCase().includes(payload.value.toLowerCase()),
    );
    await ack({ options: found.map((name, index) => option(`t${index}`, name)) });
  });
  app.view('form', async ({ ack, view, body, client }) => {
    const { values } = view.state;
    const value = values.value?.value?.value ?? '';
    if (!/^\d+$/.test(value)) {
      await ack({ response_action: 'errors', errors: { value: 'Give a whole number' } });
      return;
    }
    await ack();
    const chosen = values.topic?.topic?.selected_option?.text.text;
    const nation = values.nation?.nation?.selected_option?.value;
    const files = values.file?.file?.files?.map(({ name }) => name).join();
    const text = [chosen, nation, value, files].join('; ');
    await client.chat.postEphemeral({ channel: 'C1', user: body.user.id, text });
  });
}
