import { beforeEach, describe, expect, test } from '@jest/globals';
import { CommandId, ComplaintId, PhotoId } from '../../../types/ids';
import {
  keepVisit,
  noteVisit,
  type Sent,
  type SignatureSent,
  sendVisits,
  type Visit,
  type VisitPort,
  type VisitStore,
  waitingVisits,
} from './visit-queue';

const aVisit = (name: string, more: Partial<Visit> = {}): Visit => ({
  commandId: CommandId.parse(`visit-${name}-0001`),
  complaintId: ComplaintId.parse(name),
  number: 'CH2611-0105',
  homeText: '1栋1单元1801',
  recordedAt: '2026-11-21T09:00:00.000Z',
  record: { form: 'visit', reached: true, solved: true, satisfaction: 5, wantsFollowUp: false, photos: [] },
  signatureImage: null,
  as: 'callback',
  refusal: null,
  late: false,
  ...more,
});

/** Keeps JSON text like the phone's storage does. */
class Phone implements VisitStore {
  text = '';
  read(): unknown {
    return this.text === '' ? null : JSON.parse(this.text);
  }
  write(visits: readonly Visit[]) {
    this.text = JSON.stringify(visits);
  }
}

class Server implements VisitPort {
  received: string[] = [];
  as: Visit['as'][] = [];
  answers: Sent[] = [];
  signatures = 0;
  signatureAnswers: SignatureSent[] = [];
  async uploadSignature(): Promise<SignatureSent> {
    this.signatures += 1;
    const id = PhotoId.parse(`signature-${this.signatures}`);
    return this.signatureAnswers.shift() ?? { kind: 'confirmed', id };
  }
  async send(visit: Visit): Promise<Sent> {
    this.received.push(visit.commandId);
    this.as.push(visit.as);
    return this.answers.shift() ?? { kind: 'confirmed' };
  }
}

let phone: Phone;
let server: Server;
beforeEach(() => {
  phone = new Phone();
  server = new Server();
});

describe('[CB-04] a callback recorded without signal', () => {
  test('stays on the phone until the server confirmed it, and goes again under the same commandId', async () => {
    keepVisit(phone, aVisit('c5'));
    server.answers = [{ kind: 'noAnswer' }];
    expect(await sendVisits(phone, server)).toEqual([]);
    expect(waitingVisits(phone)).toHaveLength(1);
    expect(await sendVisits(phone, server)).toHaveLength(1);
    expect(waitingVisits(phone)).toEqual([]);
    expect(server.received).toEqual(['visit-c5-0001', 'visit-c5-0001']);
  });

  test('goes in the order it was recorded and stops where the network is gone', async () => {
    for (const name of ['first', 'second', 'third']) keepVisit(phone, aVisit(name));
    server.answers = [{ kind: 'confirmed' }, { kind: 'noAnswer' }];
    expect((await sendVisits(phone, server)).map((v) => v.complaintId)).toEqual(['first']);
    expect(waitingVisits(phone).map((v) => v.complaintId)).toEqual(['second', 'third']);
    expect(server.received).toEqual(['visit-first-0001', 'visit-second-0001']);
  });

  test('that the server refuses is kept with the reason, is not sent again and does not hold up the others', async () => {
    keepVisit(phone, aVisit('own'));
    keepVisit(phone, aVisit('other'));
    server.answers = [{ kind: 'refused', text: '不能审核或回访自己处理的投诉。', late: false }];
    await sendVisits(phone, server);
    expect(waitingVisits(phone)).toEqual([
      expect.objectContaining({ complaintId: 'own', refusal: '不能审核或回访自己处理的投诉。' }),
    ]);
    await sendVisits(phone, server);
    expect(server.received).toEqual(['visit-own-0001', 'visit-other-0001']);
  });

  test('uploads its signature once, also when the record itself had to be sent twice', async () => {
    keepVisit(phone, aVisit('signed', { signatureImage: 'data:image/png;base64,AAAA' }));
    server.answers = [{ kind: 'noAnswer' }];
    await sendVisits(phone, server);
    expect(waitingVisits(phone)[0]?.record.signature).toBe('signature-1');
    await sendVisits(phone, server);
    expect(server.signatures).toBe(1);
    expect(waitingVisits(phone)).toEqual([]);
  });

  test('waits when the signature does not get through', async () => {
    keepVisit(phone, aVisit('signed', { signatureImage: 'data:image/png;base64,AAAA' }));
    server.signatureAnswers = [{ kind: 'noAnswer' }];
    await sendVisits(phone, server);
    expect(server.received).toEqual([]);
    expect(waitingVisits(phone)).toHaveLength(1);
  });

  test('whose signature the phone can’t keep says so, and does not hold up the others', async () => {
    keepVisit(phone, aVisit('signed', { signatureImage: 'data:image/png;base64,AAAA' }));
    keepVisit(phone, aVisit('other'));
    server.signatureAnswers = [{ kind: 'refused', text: '手机存不下签名', late: false }];
    await sendVisits(phone, server);
    expect(server.received).toEqual(['visit-other-0001']);
    expect(waitingVisits(phone)).toEqual([
      expect.objectContaining({
        complaintId: 'signed',
        refusal: '手机存不下签名',
        signatureImage: 'data:image/png;base64,AAAA',
      }),
    ]);
  });

  test('that came too late asks the person; kept as a note it goes once more, with everything, until it is confirmed', async () => {
    keepVisit(phone, aVisit('c5'));
    server.answers = [{ kind: 'refused', text: '这条现在是“待签收”', late: true }];
    await sendVisits(phone, server);
    expect(waitingVisits(phone)).toEqual([expect.objectContaining({ refusal: '这条现在是“待签收”', late: true })]);
    expect(await sendVisits(phone, server)).toEqual([]); // nothing goes until the person has chosen
    noteVisit(phone, 'visit-c5-0001');
    server.answers = [{ kind: 'noAnswer' }];
    await sendVisits(phone, server);
    expect(waitingVisits(phone)).toHaveLength(1);
    expect(await sendVisits(phone, server)).toEqual([aVisit('c5', { as: 'note', late: true })]);
    expect(server.as).toEqual(['callback', 'note', 'note']);
    expect(new Set(server.received)).toEqual(new Set(['visit-c5-0001']));
    expect(waitingVisits(phone)).toEqual([]);
  });

  test('kept by an earlier version of the program is a callback that still has to go', () => {
    const { as: _as, late: _late, ...old } = aVisit('c5');
    phone.text = JSON.stringify([old]);
    expect(waitingVisits(phone)).toEqual([aVisit('c5')]);
  });

  test('kept twice stands once', () => {
    keepVisit(phone, aVisit('c5'));
    keepVisit(phone, aVisit('c5'));
    expect(waitingVisits(phone)).toHaveLength(1);
  });
});

test('a storage that holds something else is an empty queue', () => {
  expect(waitingVisits({ read: () => 'old format', write: () => undefined })).toEqual([]);
});
