import { Command } from 'commander';
import { surveyCreateCommand } from './survey-create.ts';
import { surveyMailCommands } from './survey-mail.ts';
import { surveyOwnerCommands } from './survey-owner.ts';

/** `survey`: ask suppliers what they spend again in the area, and see LM3 firm up as they answer. */
export function surveyCommand(): Command {
  const survey = new Command('survey')
    .description('The supplier survey: create, send, remind, status, export, close, erase.')
    .addHelpText(
      'after',
      `
Examples:
  localpound survey create my-project.xlsx --closes 2027-01-31 --contact "Sam, sam@example.org"
  localpound survey letter PROJECT     a letter for a personal word first
  localpound survey send PROJECT       mails with a link for each supplier
  localpound survey status PROJECT     who answered, and LM3 so far

It uses the store of the server (LOCALPOUND_STORE). Mails go by SMTP_URL and MAIL_FROM, or to the folder
MAIL_FOLDER; links in them begin with PUBLIC_URL.`,
    );
  for (const command of [surveyCreateCommand(), ...surveyMailCommands(), ...surveyOwnerCommands()]) {
    survey.addCommand(command);
  }
  return survey;
}
