/**
 * Danger to life while a resident is writing (IN-12): puts the emergency numbers before the form. Small, for every page;
 * it would rather ring once too often.
 */
export const DANGERS = { trapped: '被困', gas: '燃气', fire: '起火', injury: '受伤', livewire: '漏电' } as const;
export type Danger = keyof typeof DANGERS;

const PATTERNS: Readonly<Record<Danger, RegExp>> = {
  trapped:
    /被?困(?:在|于|进)?.{0,4}(?:电?梯|轿厢)|(?:电?梯|轿厢).{0,8}(?:困|关)(?:住|着|了|人|在)|(?:关|卡)在.{0,4}(?:电梯|轿厢)|困人|困梯|^.{0,4}被困/,
  gas: /(?:燃气|煤气|天然气|液化气|瓦斯).{0,8}(?:泄漏|漏|味|臭|爆)|漏(?:燃|煤)?气(?!温)|(?:闻到|一股|有).{0,6}(?:煤气|燃气|天然气|瓦斯)/,
  fire: /着火|起火|失火|火灾|冒(?:黑|白|浓)?烟|着起来|爆炸|烧起来|(?:电瓶|电动)车?.{0,4}(?:燃|炸)了/,
  injury:
    /受伤|流血|出血|骨折|昏(?:倒|迷|过去)|晕倒|砸(?:到|中|伤|了)?.{0,3}(?:人|头|孩|娃|老)|摔(?:伤|断|倒)|烫伤|咬(?:伤|了|到|人)|缝了?.{0,2}针|救护车|120|溺水|坠楼|跳楼/,
  livewire:
    /漏电|触电|电(?:到|着)(?:人|我|孩|娃|了)|被电(?!梯|动|话|信|瓶)|电线.{0,8}(?:裸|露|断|垂|掉|火花)|火花|线(?:头)?(?:裸)?露在外/,
};

/** Danger that is over, only feared, asked about or practised isn't an emergency now. */
const NOT_NOW =
  /演练|演习|培训|去年|前年|以前|上次|上个?月|建议|怕.{0,6}(?:着火|起火|触电)|万一|假如|如果|要是|防止|预防|避免|请问.{0,10}(?:年检|收费|开通|怎么交)/;

/** The dangers that a text speaks of, most urgent first; empty when none. */
export const dangerIn = (text: string): Danger[] => {
  const found: Danger[] = [];
  for (const clause of text.split(/[。！!？?；;\n]/)) {
    for (const danger of ['trapped', 'gas', 'fire', 'livewire', 'injury'] as const) {
      if (!found.includes(danger) && PATTERNS[danger].test(clause) && !NOT_NOW.test(clause)) found.push(danger);
    }
  }
  return found;
};
