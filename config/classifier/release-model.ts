// `npm run release-model -- <model.json> --why <reason> [--local [address]]`: makes a trained model live without a new
// deployment. Refused, with the figures, when it does worse on the gold messages than the one that is live or the one that
// comes with the program, by however little, or when its being sure is worth less.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUCKET_BITS } from '../../domain/classify/features';
import { type ModelFile, openModel } from '../../domain/classify/model';
import { Refusal } from '../../types/errors';
import type { CompanyDocument } from '../../cloudfunctions/features/estate/load-estate';
import { ACCESS_USAGE, openCloud, withoutLocal } from '../cloud-access';
import { examplesFrom, GOLD_MESSAGES } from './examples';
import { fallen, figureName, goldFigures, lessSure, sureFigures } from './gate';

const USAGE = `用法：npm run release-model -- <model.json> --why <原因> [--local [地址]]
${ACCESS_USAGE}
先在金标准上比较：任何一项比现用的或随程序附带的模型差，或者它的把握不如附带的可信，就不发布，退出码 1。发布后 30 秒内对所有新投诉生效；在“自动分类”页可以换回。`;

const BUNDLED = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../domain/classify/model.json');
const readModel = (file: string): ModelFile => JSON.parse(fs.readFileSync(file, 'utf8')) as ModelFile;
const LEAST_WHY = 5;

async function main(args: string[]): Promise<number> {
  const { local, others } = withoutLocal(args);
  const [file, option, why = '', ...unknown] = others;
  if (file === undefined || option !== '--why' || why.length < LEAST_WHY || unknown.length > 0) return refuse();
  const database = await openCloud(local);
  if (database === null) return refuse();
  const { loadModelFile } = await import('../../cloudfunctions/features/classification/model-in-force');
  const { keepModel } = await import('../../cloudfunctions/features/classification/keep-model');
  const { makeLive } = await import('../../cloudfunctions/features/classification/make-live');
  const { companyPolicy } = await import('../../cloudfunctions/features/estate/load-estate');

  const company = await database.get<CompanyDocument>('companies', 'company', ['classifier', 'policies']);
  const seen = company?.classifier?.live?.version ?? null;
  const gold = examplesFrom(GOLD_MESSAGES);
  const own = readModel(BUNDLED);
  const live = usable(seen === null ? null : await loadModelFile(seen, database));
  const model = readModel(file);
  const after = goldFigures(model, gold);
  const before = goldFigures(live ?? own, gold);
  const ofOwn = goldFigures(own, gold);
  for (const [name, share] of Object.entries(after))
    console.log(`金标准 ${figureName(name)} 现用 ${before[name] ?? 0}，附带 ${ofOwn[name] ?? 0} → ${share}`);
  const { dispatchConfidence } = companyPolicy(company ?? {}).classification;
  const problems = [
    ['比现用的模型差', fallen(before, after)],
    ['比随程序附带的模型差', live === null ? [] : fallen(ofOwn, after)],
    [
      `把握不可信（自动派单的把握不低于 ${dispatchConfidence}）`,
      lessSure(sureFigures(own, gold, dispatchConfidence), sureFigures(model, gold, dispatchConfidence)),
    ],
  ] as const;
  const found = problems.flatMap(([what, list]) => (list.length === 0 ? [] : `${what}：${list.join('，')}`));
  if (found.length > 0) {
    console.error(`没有发布。金标准上${found.join('；')}。补充或核对训练数据后再训练。`);
    return 1;
  }
  const now = new Date().toISOString();
  const version = await keepModel(model, { note: why, gold: after, now }, database);
  if (version === seen) {
    console.log(`✔ ${version} 已经在用`);
    return 0;
  }
  const by = { personId: 'system', name: `命令行 ${os.userInfo().username}` } as const;
  await makeLive({ version, at: now, by, why, commandId: `release.${version}.${now}` }, seen, database);
  console.log(`✔ ${version} 已发布，30 秒内对所有新投诉生效；之前用的是 ${seen ?? '随程序附带的模型'}`);
  return 0;
}

/** Like the server: the live model, unless it no longer fits the program and the program's own answers; null for that. */
function usable(live: ModelFile | null): ModelFile | null {
  if (live === null) return null;
  try {
    openModel(live, 2 ** BUCKET_BITS);
    return live;
  } catch (error) {
    console.error(
      `现用的模型不能用了，与随程序附带的模型比较：${error instanceof Error ? error.message : String(error)}`,
    );
    return null;
  }
}

function refuse(): number {
  console.error(USAGE);
  return 2;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof Refusal && error.cause instanceof Error) console.error(`  ${error.cause.message}`);
    process.exit(1);
  },
);
