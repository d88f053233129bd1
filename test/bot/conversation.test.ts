import { expect, it } from 'vitest';
import { sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { sampleBytes, startBot } from './bot-stand.ts';

it('holds a conversation that reads well', async (context) => {
  const bot = await startBot(context);
  const { slack } = bot;
  await slack.command('/lm3', '');
  await slack.say('<@UBOT> what does a bigger LM3 number tell you');
  await slack.repliesCount(2);
  const broken = await sampleWorkbook((workbook) =>
    setCells(workbook, 'Suppliers', { B5: 'plenty', D6: 140 }),
  );
  await slack.say('<@UBOT> our figures', { files: [slack.addFile('our-figures.xlsx', broken)] });
  await slack.repliesCount(3);
  await slack.say('<@UBOT> mended', { files: [slack.addFile('our-figures.xlsx', await sampleBytes())] });
  await slack.repliesCount(4);
  await slack.press('lm3_show_workings');
  await slack.repliesCount(5);
  await slack.press('lm3_show_chase_list');
  await slack.repliesCount(6);
  await slack.say('best curry house in bradford?', { direct: true });
  await slack.repliesCount(7);
  await slack.command('/indicator', 'lonely pensioners');
  await slack.repliesCount(8);
  await slack.press('indicator_add');
  await slack.repliesCount(9);
  await slack.press('indicator_plan');
  await slack.repliesCount(10);
  await slack.command('/framework', 'what is the leaky bucket?');
  await slack.repliesCount(11);
  const transcript = slack.transcript();
  // The Home tab names the day, so it is no part of the conversation that is kept.
  await slack.server.event({ type: 'app_home_opened', user: 'U1', tab: 'home' });
  await slack.repliesCount(12);
  expect(JSON.stringify(slack.server.forms.home('U1'))).toMatch(/LM3 is [^"]* \(our-figures.xlsx\)/);
  await bot.close();
  await expect(transcript).toMatchFileSnapshot('../golden/slack-conversation.txt');
});
