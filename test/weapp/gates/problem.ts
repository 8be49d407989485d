// What a gate found, for somebody who has to find the place.
export interface GateProblem {
  /** Of the package, or of the repository. */
  file: string;
  /** The element, the key or the line:column; empty when it is the whole file. */
  where: string;
  what: string;
}

export const gateProblemText = ({ file, where, what }: GateProblem): string =>
  `${file}${where ? ` ${where}` : ''}：${what}`;
