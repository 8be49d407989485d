import { beforeEach, describe, expect, test } from '@jest/globals';
import { CommandId, ComplaintId, PhotoId } from '../../../types/ids';
import { settledTime } from '../../services/server-clock';
import type { KeptFile } from './kept-file';
import { asNote, type Sent, sendVisits, type Uploaded, type Visit, type VisitPort } from './visit-queue';
import { visitShelf } from './visit-shelf';

const aVisit = (name: string, more: Partial<Visit> = {}): Visit => ({
  commandId: CommandId.parse(`visit-${name}-0001`),
  complaintId: ComplaintId.parse(name),
  number: 'CH2611-0105',
  homeText: '1栋1单元1801',
  personId: 'zhao',
  order: 0,
  recordedAt: '2026-11-21T09:00:00.000Z',
  reading: null,
  record: { form: 'visit', reached: true, solved: true, satisfaction: 5, wantsFollowUp: false, photos: [] },
  files: [],
  signatureImage: null,
  as: 'callback',
  refusal: null,
  ...more,
});

const aPhoto = (name: string): KeptFile => ({
  key: CommandId.parse(`photo-${name}-0001`),
  kind: 'photo',
  name: 'door.jpg',
  size: 1000,
  photoId: null,
});

/** Keeps JSON text by key like the phone's storage does, up to a size. */
class Storage {
  readonly texts = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  read(key: string): unknown {
    const text = this.texts.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }
  store(key: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    const others = [...this.texts].reduce((sum, [other, each]) => (other === key ? sum : sum + each.length), 0);
    if (others + text.length > this.room) return false;
    this.texts.set(key, text);
    return true;
  }
  forget(key: string) {
    this.texts.delete(key);
  }
  keys(start: string) {
    return [...this.texts.keys()].filter((key) => key.startsWith(start));
  }
}

const shelfOn = (storage: Storage) =>
  visitShelf({
    read: (key) => storage.read(key),
    store: (key, value) => storage.store(key, value),
    forget: (key) => storage.forget(key),
    keys: (start) => storage.keys(start),
  });

class Server implements VisitPort {
  person: string | null = 'zhao';
  received: Visit[] = [];
  answers: Sent[] = [];
  uploads: string[] = [];
  uploadAnswers: Uploaded[] = [];
  now = '2026-11-21T10:00:00.000Z';
  aheadMs = 0;
  async whoAmI() {
    return this.person;
  }
  settled(reading: Parameters<VisitPort['settled']>[0]) {
    return settledTime(reading, this.now, this.aheadMs);
  }
  async upload({ key }: KeptFile): Promise<Uploaded> {
    this.uploads.push(key);
    return this.uploadAnswers.shift() ?? { kind: 'confirmed', id: PhotoId.parse(`ph_${key}`) };
  }
  async uploadSignature(commandId: string): Promise<Uploaded> {
    this.uploads.push(`${commandId}-sign`);
    return this.uploadAnswers.shift() ?? { kind: 'confirmed', id: PhotoId.parse(`ph_${commandId}-sign`) };
  }
  async send(visit: Visit): Promise<Sent> {
    this.received.push(visit);
    return this.answers.shift() ?? { kind: 'confirmed' };
  }
  get order() {
    return this.received.map(({ complaintId }) => complaintId);
  }
}

const refused = (code: string, text: string): Sent => ({ kind: 'refused', refusal: { code, text } });

let storage: Storage;
let phone: ReturnType<typeof shelfOn>;
let server: Server;
beforeEach(() => {
  storage = new Storage();
  phone = shelfOn(storage);
  server = new Server();
});
const waiting = () => phone.all().map(({ complaintId }) => complaintId);
const send = () => sendVisits(phone, server);

describe('[CB-04] a callback recorded without signal', () => {
  test('stays on the phone until the server confirmed it, and goes again under the same commandId', async () => {
    phone.keep(aVisit('c5'));
    server.answers = [{ kind: 'noAnswer' }];
    expect((await send()).confirmed).toEqual([]);
    expect(waiting()).toEqual(['c5']);
    phone = shelfOn(storage);
    expect((await send()).confirmed).toHaveLength(1);
    expect(waiting()).toEqual([]);
    expect(server.received.map(({ commandId }) => commandId)).toEqual(['visit-c5-0001', 'visit-c5-0001']);
  });

  test('goes in the order in which it was recorded and stops where the network is gone', async () => {
    for (const name of ['third', 'first', 'second']) phone.keep(aVisit(name));
    server.answers = [{ kind: 'confirmed' }, { kind: 'noAnswer' }];
    expect((await send()).confirmed.map((visit) => visit.complaintId)).toEqual(['third']);
    expect(waiting()).toEqual(['first', 'second']);
    expect(server.order).toEqual(['third', 'first']);
  });

  test('thirty of them go one after the other, each once', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `c${n}`);
    for (const name of names) phone.keep(aVisit(name));
    expect((await send()).confirmed).toHaveLength(30);
    expect(server.order).toEqual(names);
    expect(storage.texts.size).toBe(0);
  });

  test('of two tabs lie side by side, in the order in which they were recorded', async () => {
    const other = shelfOn(storage);
    phone.keep(aVisit('first'));
    other.keep(aVisit('second'));
    phone.keep(aVisit('third'));
    expect(waiting()).toEqual(['first', 'second', 'third']);
    expect(other.all()).toEqual(phone.all());
  });

  test('that another tab has sent in the meantime is neither sent nor put back', async () => {
    phone.keep(aVisit('first'));
    phone.keep(aVisit('second', { files: [aPhoto('a')] }));
    const other = shelfOn(storage);
    const upload = server.upload.bind(server);
    server.upload = async (file) => {
      other.remove('visit-second-0001');
      return upload(file);
    };
    await send();
    expect(waiting()).toEqual([]);
  });

  test('that the server refuses is kept with the reason, is not sent again and does not hold up the others', async () => {
    phone.keep(aVisit('own'));
    phone.keep(aVisit('other'));
    server.answers = [refused('ownWork', '不能审核或回访自己处理的投诉。')];
    await send();
    expect(phone.all()).toEqual([
      expect.objectContaining({
        complaintId: 'own',
        refusal: { code: 'ownWork', text: '不能审核或回访自己处理的投诉。' },
      }),
    ]);
    await send();
    expect(server.order).toEqual(['own', 'other']);
  });

  test('that breaks on the server waits, holds up later ones of its complaint, and nobody else’s', async () => {
    phone.keep(aVisit('broken'));
    phone.keep(aVisit('later', { complaintId: ComplaintId.parse('broken') }));
    phone.keep(aVisit('other'));
    server.answers = [{ kind: 'broke' }];
    await send();
    expect(server.order).toEqual(['broken', 'other']);
    expect(waiting()).toEqual(['broken', 'broken']);
    await send();
    expect(server.order).toEqual(['broken', 'other', 'broken', 'broken']);
    expect(waiting()).toEqual([]);
  });

  test('goes only with the person who recorded it', async () => {
    phone.keep(aVisit('mine'));
    server.person = 'li';
    expect((await send()).confirmed).toEqual([]);
    expect(waiting()).toEqual(['mine']);
    server.person = 'zhao';
    expect((await send()).confirmed).toHaveLength(1);
  });

  test('waits when nobody says who holds the phone', async () => {
    phone.keep(aVisit('mine', { personId: null }));
    server.person = null;
    await send();
    expect(server.received).toEqual([]);
  });

  test('that came too late asks the person; kept as a note it goes once more, with everything, until it is confirmed', async () => {
    phone.keep(aVisit('c5'));
    server.answers = [refused('notInThisState', '这条现在是“待签收”')];
    await send();
    expect((await send()).confirmed).toEqual([]); // nothing goes until the person has chosen
    const [late] = phone.all();
    if (late === undefined) throw new Error('nothing on the phone');
    phone.keep(asNote(late, () => CommandId.parse('another-command')));
    server.answers = [{ kind: 'noAnswer' }];
    await send();
    expect(waiting()).toEqual(['c5']);
    await send();
    expect(server.received.map(({ as }) => as)).toEqual(['callback', 'note', 'note']);
    expect(new Set(server.received.map(({ commandId }) => commandId))).toEqual(new Set(['visit-c5-0001']));
    expect(waiting()).toEqual([]);
  });

  test('of which other words were saved before becomes a note under an id of its own', () => {
    const visit = aVisit('c5', { refusal: { code: 'alreadyDone', text: '刚才已经提交过' } });
    expect(asNote(visit, () => CommandId.parse('another-command'))).toEqual({
      ...visit,
      commandId: 'another-command',
      as: 'note',
      refusal: null,
    });
  });

  test('kept twice stands once, in its place', () => {
    phone.keep(aVisit('first'));
    phone.keep(aVisit('second'));
    phone.keep(aVisit('first', { number: 'again' }));
    expect(waiting()).toEqual(['first', 'second']);
  });
});

describe('[CB-04] its photos and signature', () => {
  const signed = { signatureImage: 'data:image/png;base64,AAAA', files: [aPhoto('a'), aPhoto('b')] };

  test('are uploaded once, also when the record itself has to be sent twice', async () => {
    phone.keep(aVisit('c5', signed));
    server.answers = [{ kind: 'noAnswer' }];
    await send();
    phone = shelfOn(storage);
    await send();
    expect(server.uploads).toEqual(['photo-a-0001', 'photo-b-0001', 'visit-c5-0001-sign']);
    expect(server.received[1]).toEqual(server.received[0]);
    expect(server.received[1]?.record.signature).toBe('ph_visit-c5-0001-sign');
    expect(server.received[1]?.files.map(({ photoId }) => photoId)).toEqual(['ph_photo-a-0001', 'ph_photo-b-0001']);
  });

  test('that do not get through make it wait, and go on where they stopped', async () => {
    phone.keep(aVisit('c5', signed));
    server.uploadAnswers = [{ kind: 'confirmed', id: PhotoId.parse('ph_photo-a-0001') }, { kind: 'noAnswer' }];
    await send();
    expect(server.received).toEqual([]);
    await send();
    expect(server.uploads).toEqual(['photo-a-0001', 'photo-b-0001', 'photo-b-0001', 'visit-c5-0001-sign']);
    expect(server.received).toHaveLength(1);
  });

  test('that the server has swept away since are uploaded once more', async () => {
    phone.keep(aVisit('c5', signed));
    server.answers = [refused('photoMissing', '照片没有上传成功')];
    expect((await send()).confirmed).toHaveLength(1);
    expect(server.uploads).toHaveLength(6);
  });

  test('that the phone has lost do not hold it up, and are told of', async () => {
    phone.keep(aVisit('c5', signed));
    server.uploadAnswers = [{ kind: 'gone' }];
    const { confirmed, lost } = await send();
    expect(lost).toBe(1);
    expect(confirmed[0]?.files.map(({ photoId }) => photoId)).toEqual(['ph_photo-b-0001']);
  });

  test('signature: what the phone has no room for says so, and does not hold up the others', async () => {
    phone.keep(aVisit('signed', { signatureImage: signed.signatureImage }));
    phone.keep(aVisit('other'));
    server.uploadAnswers = [{ kind: 'refused', refusal: { code: 'phoneFull', text: '手机存不下签名' } }];
    await send();
    expect(server.order).toEqual(['other']);
    expect(phone.all()).toEqual([
      expect.objectContaining({ signatureImage: signed.signatureImage, refusal: expect.anything() }),
    ]);
  });
});

test('[CB-04] the time of recording is settled by the server’s answer before the first attempt, and stays', async () => {
  // Its clock was a day ahead when it was recorded, and the phone had forgotten that.
  const reading = { deviceAt: Date.parse('2026-11-22T09:00:00.000Z'), notBefore: null };
  phone.keep(aVisit('c5', { recordedAt: '2026-11-22T09:00:00.000Z', reading }));
  server.aheadMs = -86_400_000;
  server.answers = [{ kind: 'noAnswer' }];
  await send();
  server.aheadMs = 0;
  await send();
  expect(server.received.map(({ recordedAt }) => recordedAt)).toEqual(Array(2).fill('2026-11-21T09:00:00.000Z'));
});

describe('[CB-04] a phone that is full', () => {
  test('holds the record in memory, says so, and sends it all the same', async () => {
    expect(phone.keep(aVisit('first'))).toBe(true);
    storage.room = 600;
    expect(phone.keep(aVisit('second'))).toBe(false);
    expect(waiting()).toEqual(['first', 'second']);
    expect(phone.unkept()).toEqual(['visit-second-0001']);
    await send();
    expect(server.order).toEqual(['first', 'second']);
    expect(phone.unkept()).toEqual([]);
  });

  test('keeps it after all once there is room', () => {
    storage.room = 0;
    phone.keep(aVisit('first'));
    storage.room = 10_000;
    phone.keepAll();
    expect(phone.unkept()).toEqual([]);
    expect(shelfOn(storage).all()).toHaveLength(1);
  });

  test('that has no room for the change of a record keeps the record as it was', async () => {
    phone.keep(aVisit('c5', { files: [aPhoto('a')] }));
    storage.room = 0;
    server.answers = [{ kind: 'noAnswer' }];
    await send();
    expect(shelfOn(storage).all()[0]?.files[0]?.photoId).toBeNull();
    expect(phone.all()[0]?.files[0]?.photoId).toBe('ph_photo-a-0001');
    expect(phone.unkept()).toEqual([]);
  });
});

test('the queue of an earlier version, all under one key, still has to go', () => {
  const { files: _f, personId: _p, reading: _r, order: _o, as: _a, refusal: _x, ...old } = aVisit('c5');
  storage.store('visits', [
    { ...old, refusal: null },
    { ...old, commandId: 'visit-c6-0001', complaintId: 'c6', refusal: '已关闭', late: true },
  ]);
  phone = shelfOn(storage);
  expect(phone.all()).toEqual([
    { ...aVisit('c5'), personId: null, order: 1 },
    expect.objectContaining({ complaintId: 'c6', refusal: null, order: 2 }),
  ]);
  expect(shelfOn(storage).all()).toHaveLength(2);
});

test('what is kept and does not fit is left alone', () => {
  storage.store('visit:x', 'something else');
  expect(phone.all()).toEqual([]);
  expect(storage.read('visit:x')).toBe('something else');
});
