import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FunctionConfig {
  name: string;
  file: string;
  timeoutMs: number;
  /** Seven-field cron, or undefined when no timer triggers the function. */
  cron: string | undefined;
}

const DEFAULT_TIMEOUT_SECONDS = 20;

/** Reads `config.json` beside a bundle: `{"triggers":[{"name","type":"timer","config":"0 * * * * * *"}],"timeout":60}`. */
function configOf(name: string, folder: string): FunctionConfig {
  const file = join(folder, 'config.json');
  const config: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const timeout =
    typeof config === 'object' && config !== null && 'timeout' in config
      ? Number(config.timeout)
      : DEFAULT_TIMEOUT_SECONDS;
  const triggers: unknown[] =
    typeof config === 'object' && config !== null && 'triggers' in config && Array.isArray(config.triggers)
      ? config.triggers
      : [];
  if (triggers.length > 1)
    throw new Error(
      `function ${name}: the platform allows one trigger per function, config.json has ${triggers.length}`,
    );
  const trigger = triggers[0];
  const cron =
    typeof trigger === 'object' && trigger !== null && 'config' in trigger ? String(trigger.config) : undefined;
  return { name, file: join(folder, 'index.js'), timeoutMs: timeout * 1000, cron };
}

/** Every folder with an index.js is a function. */
export function functionsIn(folder: string): FunctionConfig[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.js')))
    .map((entry) => configOf(entry.name, join(folder, entry.name)));
}
