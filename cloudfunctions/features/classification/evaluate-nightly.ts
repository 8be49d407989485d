/**
 * RG-03: once a night the classifier – the live model and the corrections over it – answers the gold messages; what it still
 * knows is kept as a report, and whoever answers for it hears when it has become worse. A run does as much as its time
 * allows and the next one goes on there; the night's document and its conditional updates make it once.
 */
import { calendarOf } from '../../../domain/clock/calendar';
import { addDays, epoch, instant, localDate, type LocalDate, MINUTE_MS, startOfDay } from '../../../domain/clock/zone';
import { classify } from '../../../domain/classify/classify';
import { correctionFor, followingCorrection } from '../../../domain/classify/correction';
import {
  type Answers,
  fallsToReport,
  figuresOf,
  type GoldMessage,
  shareToReport,
} from '../../../domain/classify/evaluation';
import { hashedGramsOf } from '../../../domain/classify/hashed-grams';
import { minutesOf, type Policy } from '../../../domain/policy/defaults';
import type { Instant } from '../../../types/ids';
import { _ } from '../../platform/operators';
import { goldMessages } from '../../platform/gold-messages';
import type { ClockPart, Scene } from '../clock-part';
import { COMPANY_ID, companyPolicy, type CompanyDocument } from '../estate/load-estate';
import { correctedLately } from './corrected-lately';
import { evaluationId, type EvaluationDocument, type Report } from './evaluation-document';
import { modelInForce } from './model-in-force';
import { correctionsLike } from './stored-correction';
import { tellOfFall } from './tell-of-fall';

/** So many messages are answered between two writes. */
const CHUNK = 25;
/** A slow fall is measured against the best of so many nights. */
const NIGHTS_BACK = 30;

/** A warm instance needs to look only when the next night has come. */
let restsUntil: Instant | null = null;

/** The first time after `now` at which the policy wants an evaluation. */
function nextNight(now: Instant, policy: Policy): Instant {
  const calendar = calendarOf(policy);
  const on = (day: LocalDate): Instant =>
    instant(startOfDay(day, calendar) + minutesOf(policy.classification.evaluatedAt) * MINUTE_MS);
  const today = localDate(epoch(now), calendar);
  return on(today) > now ? on(today) : on(addDays(today, 1));
}

export const evaluateNightly: ClockPart = async (scene, mayGoOn) => {
  const { now, platform } = scene;
  if (restsUntil !== null && now < restsUntil) return 0;
  const company = await platform.database.get<CompanyDocument>('companies', COMPANY_ID);
  if (company === null) return 0;
  const policy = companyPolicy(company);
  const due = company.nextEvaluationAt;
  const goesOn = async (seen: Instant | undefined): Promise<void> => {
    const next = nextNight(now, policy);
    await platform.database.updateIf(
      'companies',
      { _id: COMPANY_ID, nextEvaluationAt: seen ?? _.exists(false) },
      { nextEvaluationAt: next },
    );
    restsUntil = next;
  };
  if (due === undefined) {
    await goesOn(undefined);
    return 0;
  }
  if (due > now) {
    restsUntil = due;
    return 0;
  }
  const day = localDate(epoch(due), calendarOf(policy));
  if (!(await evaluated(day, policy, scene, mayGoOn))) return 0;
  await goesOn(due);
  return 1;
};

/** False when the time was over before it was finished. */
async function evaluated(day: LocalDate, policy: Policy, scene: Scene, mayGoOn: () => boolean): Promise<boolean> {
  const { database } = scene.platform;
  const _id = evaluationId(day);
  const { version, problem } = await modelInForce(scene);
  const begun: EvaluationDocument = {
    ...{ _id, companyId: COMPANY_ID, day, at: scene.now, model: version, modelProblem: problem },
    ...{ answered: 0, answers: [], followed: 0, report: null },
  };
  await database.insert('evaluations', begun);
  for (;;) {
    const night = await database.get<EvaluationDocument>('evaluations', _id);
    if (night === null || night.report !== null) return true;
    const messages = goldMessages();
    if (night.answered >= messages.length) {
      await reported(night, messages, policy, scene);
      return true;
    }
    if (!mayGoOn()) return false;
    const chunk = await answersTo(messages.slice(night.answered, night.answered + CHUNK), policy, scene);
    // Another run may have answered the same ones meanwhile.
    await database.updateIf(
      'evaluations',
      { _id, answered: night.answered },
      {
        answered: night.answered + chunk.answers.length,
        answers: _.push(chunk.answers),
        followed: _.inc(chunk.followed),
      },
    );
  }
}

async function answersTo(
  messages: readonly GoldMessage[],
  policy: Policy,
  scene: Scene,
): Promise<{ answers: Answers[]; followed: number }> {
  const { model } = await modelInForce(scene);
  const groupFrom = policy.severity.majorGroupPeople;
  const grams = messages.map(({ text }) => hashedGramsOf(text));
  const known = await correctionsLike(grams, COMPANY_ID, scene.now, scene.platform.database);
  const proposals = messages.map(({ text, title }, at) =>
    followingCorrection(
      classify(text, { title: title ?? undefined, groupFrom, model }),
      correctionFor(grams[at] ?? [], known),
    ),
  );
  return {
    answers: proposals.map(({ kind, category, responsibility }) => ({
      kind: kind.value,
      category: category.value,
      responsibility: responsibility.value,
    })),
    followed: proposals.filter(({ correctedAt }) => correctedAt !== undefined).length,
  };
}

/** The report is kept after whoever has to know was told; told again, it is the same message. */
async function reported(
  night: EvaluationDocument,
  messages: readonly GoldMessage[],
  policy: Policy,
  scene: Scene,
): Promise<void> {
  const { database } = scene.platform;
  const nights = await database.find<EvaluationDocument>('evaluations', {
    where: { companyId: COMPANY_ID, day: _.lt(night.day) },
    orderBy: [['day', -1]],
    limit: NIGHTS_BACK,
    fields: ['report', 'modelProblem'],
  });
  const reports = nights.flatMap((each) => each.report ?? []);
  const [earlier] = reports;
  const figures = figuresOf(messages, night.answers);
  const lately = await correctedLately(scene);
  const { mayFallBy, correctedShareToReport } = policy.classification;
  const report: Report = {
    figures,
    ...lately,
    falls: fallsToReport(
      reports.map((each) => each.figures),
      figures,
      mayFallBy,
    ),
    muchCorrected: shareToReport(earlier?.share ?? null, lately.share, correctedShareToReport),
  };
  const unusable = night.modelProblem && nights[0]?.modelProblem !== true;
  if (unusable || report.falls.length > 0 || report.muchCorrected) await tellOfFall(night, report, unusable, scene);
  await database.updateIf('evaluations', { _id: night._id, report: null }, { report });
}
