/** Sends the mails of a survey until it is killed; its clock is ahead by as many milliseconds as it is told. */
import { deliverDue } from '../../survey/mail/deliver.ts';
import { smtpPostman } from '../../survey/mail/postman.ts';
import { openStoreAt } from './store-engines.ts';

const [place = '', projectId = '', url = '', ahead = '0'] = process.argv.slice(2);
const store = await openStoreAt(place);
const survey = await store.survey.survey(projectId);
if (survey === undefined) throw new Error('no survey');
const postman = smtpPostman(url, 'survey@example.org');
const now = (): number => Date.now() + Number(ahead);
await deliverDue(survey, { store: store.survey, postman, publicUrl: 'https://pound.example.org', now });
postman.close();
await store.close();
