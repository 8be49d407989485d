/** A text as it is read: half-width characters, not endless, the title taken out of the body. */

/** Longer texts are read to here: what matters is said by then, and the time stays bounded. */
const READ_CHARACTERS = 2000;

/** Full-width letters and digits to half-width, so that “７栋” reads like “7栋”. */
const normalized = (text: string): string =>
  text
    .slice(0, READ_CHARACTERS)
    .replace(/[０-９Ａ-Ｚａ-ｚ＃－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** The title and the body without the title that letters repeat at their start, both in half-width characters. */
export const partsOf = (text: string, title = ''): { title: string; body: string } => {
  const whole = normalized(text);
  const heading = normalized(title).trim();
  const repeated = heading !== '' && whole.startsWith(heading);
  return { title: heading, body: repeated ? whole.slice(heading.length) : whole };
};
