/** A table of words as the options of a choice, in the table's order. */
export const optionsOf = <T extends string>(
  words: Readonly<Record<T, string>>,
  codes: readonly T[],
): { value: T; text: string }[] => codes.map((value) => ({ value, text: words[value] }));
