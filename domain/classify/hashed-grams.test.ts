import { hashedGramsOf, likeness, wordsBehind } from './hashed-grams';

const like = (a: string, b: string) => likeness(hashedGramsOf(a), hashedGramsOf(b));

describe('how like two texts are', () => {
  it('the same words are wholly alike, whatever stands between them; other words not at all', () => {
    expect(like('化粪池满了，往外冒', '化粪池满了！！往外冒 2').cosine).toBeCloseTo(1);
    expect(like('化粪池满了', '道闸不抬杆').cosine).toBe(0);
    expect(like('', '道闸不抬杆')).toMatchObject({ cosine: 0, contained: 0 });
  });

  it('rare words in common weigh more than what everybody writes', () => {
    expect(like('香樟，已经，物业', '香樟，问题，小区').cosine).toBeGreaterThan(
      like('香樟，已经，物业', '枯枝，问题，物业').cosine * 2,
    );
  });

  it('a short text inside a long one is contained in it though the whole is little alike', () => {
    const long = '我们单元的水箱一直没人洗，自来水发黄有腥味，从上个月开始，物业说等通知，到今天也没有下文';
    const { cosine, contained } = like('自来水发黄有腥味', long);
    expect(contained).toBeCloseTo(1);
    expect(cosine).toBeLessThan(0.8);
  });

  it('of a text no more is kept than so many numbers', () => {
    const grams = hashedGramsOf(
      '楼上漏水'.repeat(50) + [...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往'].join('楼').repeat(30),
    );
    expect(grams.every(Number.isInteger)).toBe(true);
    expect(hashedGramsOf([...Array(1200)].map((_, i) => String.fromCharCode(0x4e00 + i)).join('')).length).toBe(400);
  });

  it('says in the words of the text what is shared', () => {
    const text = '3栋电梯停在九楼不动';
    expect(wordsBehind(text, like(text, '九楼那部电梯停在半路').shared)).toEqual(['电梯停在九楼']);
  });
});
