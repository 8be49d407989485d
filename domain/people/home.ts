/** A home's address within its estate, as people say and type it. */
export interface HomeAddress {
  building: string;
  unit: string;
  room: string;
}

const withWord = (part: string, word: string): string =>
  part === '' || !/^[\dA-Za-z]+$/.test(part) ? part : `${part}${word}`;

/** 3栋2单元501; a villa without unit and room is just 12栋. */
export const homeText = ({ building, unit, room }: HomeAddress): string =>
  `${withWord(building, '栋')}${withWord(unit, '单元')}${room}`;

const SEPARATORS = /[\s\-—–_#,，/]+|栋|座|幢|号楼|单元|号|室|房/;

/** What of an address somebody typed: `3-2-501`, `3栋2单元501`, `3-501`, `3`; null when it is no address. */
export const partsOfAddress = (typed: string): string[] | null => {
  const parts = typed.split(SEPARATORS).filter((part) => part !== '');
  return parts.length >= 1 && parts.length <= 3 && parts.every((part) => /^[\dA-Za-z]{1,6}$/.test(part)) ? parts : null;
};
