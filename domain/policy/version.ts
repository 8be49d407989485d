/**
 * Which policy a complaint was registered under (RP-09): `defaults.company.estate`, e.g. `1.3.0` – the program's defaults,
 * the company's third change, nothing changed by the estate. The same text is the same policy, for ever.
 */

/** One more whenever a release changes a default; what a complaint was promised under earlier ones stands in its clocks. */
export const DEFAULTS_VERSION = 1;

export interface VersionParts {
  defaults: number;
  /** How many changes the company had made; 0 when none. */
  company: number;
  /** How many the estate had made. */
  estate: number;
}

export const policyVersion = ({ defaults, company, estate }: VersionParts): string =>
  `${defaults}.${company}.${estate}`;

/** Null for what names no policy. */
export const partsOfVersion = (version: string): VersionParts | null => {
  const [, defaults, company, estate] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  return defaults === undefined
    ? null
    : { defaults: Number(defaults), company: Number(company), estate: Number(estate) };
};
