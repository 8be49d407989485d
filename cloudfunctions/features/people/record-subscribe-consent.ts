import { TEMPLATE_CODES } from '../../../domain/notice/templates';
import type { PersonUseCase } from '../call';
import { recordAnswer, templateIdOf } from '../message/credits';
import { describeMe } from './describe-me';

/** Template ids that aren't ours are passed over: an old page may still ask for one that is gone. */
export const recordSubscribeConsent: PersonUseCase<'recordSubscribeConsent'> = async (
  { commandId, answers },
  { person, platform },
) => {
  const { database, config } = platform;
  for (const { templateId, accepted } of answers) {
    const template = TEMPLATE_CODES.find((code) => templateIdOf(code, config) === templateId);
    if (template !== undefined) await recordAnswer(person.id, template, accepted, commandId, database);
  }
  return describeMe(person, platform);
};
