/** From the first word to the department that owns it: registration, classification, dispatch (RG, IN-02, IN-12, IN-13, DP-01, SV). */
import { possibleCommands } from '../../domain/complaint/decide';
import { isUrgent } from '../../domain/complaint/danger-to-life';
import { eventRow } from '../../domain/complaint/lifecycle';
import { residentSentenceOf } from '../../domain/complaint/timeline';
import { noticesOf } from '../../domain/notice/notices';
import {
  aComplaint,
  aProposal,
  engineering,
  handler,
  head,
  headOfOrder,
  neighbour,
  patrol,
  receptionist,
  resident,
  supervisor,
  withSignal,
} from '../support/a-complaint';

const dispatchInput = {
  kind: 'complaint',
  category: 'lift',
  responsibility: 'own',
  departmentId: engineering,
} as const;

describe('registration and dispatch', () => {
  test("[RG-01] a resident's own complaint is registered at once", () => {
    expect(aComplaint().complaint.state).toBe('registered');
  });

  test('[IN-02] what somebody outside the desk recorded waits for its confirmation, the first-contact person stays on it', () => {
    const story = aComplaint({
      confirmed: false,
      filing: { channel: 'onSite', firstContact: { personId: handler.id, name: '王强' } },
    });
    expect(story.complaint.state).toBe('received');
    expect(story.by(head).refusal('confirmRecord').code).toBe('notAllowed');
    story.by(receptionist).does('confirmRecord');
    expect(story.complaint.state).toBe('registered');
    expect(story.complaint.firstContact).toEqual({ personId: handler.id, name: '王强', confirmed: true });
  });

  test('[RG-03] correcting the proposal stands in the record; accepting it does not count as a correction', () => {
    expect(
      aComplaint()
        .by(receptionist)
        .does('dispatch', { ...dispatchInput, category: 'noise' })
        .all('classified')[0]?.data.corrected,
    ).toBe(true);
    expect(aComplaint().by(receptionist).does('dispatch', dispatchInput).all('classified')[0]?.data.corrected).toBe(
      false,
    );
  });

  test('[DP-01] dispatching reaches the department, signing for it is on record with who and when', () => {
    const story = aComplaint()
      .by(receptionist)
      .does('dispatch', dispatchInput)
      .later(5)
      .by(head)
      .does('signFor', { handlerId: handler.id });
    const [signed] = story.all('signedFor');
    expect(signed?.by).toMatchObject({ personId: head.id, role: 'departmentHead' });
    expect(signed?.at).toBe(story.now);
    expect(story.complaint).toMatchObject({
      state: 'investigating',
      departmentName: '工程维修部',
      handlerName: '王强',
    });
  });

  test("[DP-01] another department's head can't sign for it", () => {
    expect(aComplaint().inState('dispatched').by(headOfOrder).refusal('signFor').code).toBe('notAllowed');
  });

  test('[RG-02] sure enough, it is dispatched by itself; also once the desk has confirmed the record', () => {
    const sure = aProposal({ category: { value: 'lift', confidence: 0.95, runnerUp: 'facility' } });
    expect(aComplaint({ proposal: sure }).complaint).toMatchObject({
      state: 'dispatched',
      departmentName: '工程维修部',
    });
    const recorded = aComplaint({
      proposal: sure,
      confirmed: false,
      filing: { firstContact: { personId: patrol.id, name: '刘' } },
    });
    expect(recorded.complaint.state).toBe('received');
    recorded.by(receptionist).does('confirmRecord');
    expect(recorded.complaint.state).toBe('dispatched');
    expect(recorded.all('dispatched')[0]?.by.role).toBe('system');
    const otherKind = aProposal({
      category: sure.category,
      kind: { value: 'praise', confidence: 0.95, runnerUp: 'complaint' },
    });
    expect(aComplaint({ proposal: otherKind }).complaint.state).toBe('registered');
  });

  test('[DP-03] a department gives it back with a reason and the desk is on its dispatch clock again', () => {
    const story = aComplaint().inState('dispatched').by(head).does('returnToDesk', { reason: '属于秩序部' });
    expect(story.complaint).toMatchObject({ state: 'registered', departmentId: null, returns: 1 });
    expect(story.clock('dispatch').stoppedAt).toBeUndefined();
    expect(story.clock('signing').stoppedAt).toBeDefined();
  });

  test('[HD-01] only somebody of the department can be named as handler', () => {
    expect(
      aComplaint().inState('dispatched').by(head).refusal('signFor', { handlerId: patrol.id }).fields,
    ).toHaveProperty('handlerId');
  });
});

describe('danger to life', () => {
  const trapped = { description: '三栋电梯困人了，老人在里面出不来' };

  test('[IN-12] it rings the desk, its supervisor and the patrol at once, and the dispatch clock is due at once', () => {
    const story = aComplaint({ filing: trapped });
    const [rung] = story.all('dangerReported');
    expect(rung?.data.dangers).toEqual(['trapped']);
    expect(rung && noticesOf(eventRow(rung.type), story.complaint).map((n) => n.audience)).toEqual(
      expect.arrayContaining(['serviceDesk', 'patrol']),
    );
    expect(Date.parse(story.clock('dispatch').dueAt) - Date.parse(story.now)).toBeLessThanOrEqual(60_000);
    expect(rung && residentSentenceOf(rung, { utcOffsetMinutes: 480 }, story.now, false)?.title).toContain('被困');
    expect(aComplaint().types()).not.toContain('dangerReported');
  });

  test('[IN-12] it is urgent until somebody has looked into it', () => {
    const story = aComplaint({ filing: trapped });
    expect(isUrgent(story.complaint)).toBe(true);
    expect(isUrgent(story.inState('investigating').complaint)).toBe(true);
    expect(isUrgent(story.inState('handling').complaint)).toBe(false);
  });

  test('[IN-12] words that are added ring too, once for each danger', () => {
    const story = aComplaint().by(resident).does('addWords', { text: '楼道里闻到煤气味' });
    expect(story.all('dangerReported').map((e) => e.data.dangers)).toEqual([['gas']]);
    story.does('addWords', { text: '还是有煤气味' });
    expect(story.all('dangerReported')).toHaveLength(1);
  });

  test('[IN-02, IN-12] recorded outside the desk, its confirmation is due at once', () => {
    const story = aComplaint({
      confirmed: false,
      filing: { ...trapped, firstContact: { personId: handler.id, name: '王强' } },
    });
    expect(Date.parse(story.clock('record').dueAt) - Date.parse(story.now)).toBeLessThanOrEqual(60_000);
  });
});

describe('filed for somebody', () => {
  test('[IN-13] both are on it; the one it is for may add words and open it again, nobody else of the house', () => {
    const story = aComplaint({ filing: { onBehalfOf: '母亲陈静', onBehalfOfId: neighbour.id } });
    expect(story.complaint).toMatchObject({ filerId: resident.id, onBehalfOf: '母亲陈静' });
    expect(possibleCommands(story.complaint, neighbour)).toEqual(['addWords']);
    expect(possibleCommands(aComplaint().complaint, neighbour)).toEqual([]);
    story.inState('closed').by(neighbour).does('reopen', { why: '还是没修好' });
    expect(story.complaint.round).toBe(2);
  });
});

describe('explained', () => {
  test('[RG-04, IF-04] what isn’t ours is explained with its reason, told like any result, and the resident may object', () => {
    const story = aComplaint().inState('handling').by(handler);
    const explained = { outcome: 'explained', result: '属市政管网' } as const;
    expect(story.refusal('complete', explained).fields).toHaveProperty('explanation');
    story.does('complete', { ...explained, explanation: '可拨打 12345 由市政处理' });
    story.inState('informing');
    expect(story.complaint.result?.outcome).toBe('explained');
    expect(story.by(resident).tries('reopen', { why: '管子在我们小区里' })).not.toHaveProperty('code');
    story.inState('callback').by(resident);
    story.does('answerSurvey', { solved: true, satisfaction: 3, wantsFollowUp: false });
    expect(story.complaint).toMatchObject({ state: 'closed', callback: { verdict: { satisfaction: 3 } } });
    expect(story.does('reopen', { why: '想了想还是不同意' }).complaint.state).toBe('dispatched');
  });
});

describe('severity', () => {
  test.each([
    ['SV-31', {}, 'ordinary'],
    ['SV-14', { filing: { groupSize: 3 } }, 'hot'],
    ['SV-14', { filing: { groupSize: 9 } }, 'hot'],
    ['SV-04', { filing: { groupSize: 10 } }, 'major'],
    ['SV-11', { proposal: withSignal('media') }, 'hot'],
    ['SV-06', { proposal: withSignal('injury_or_loss') }, 'major'],
    ['SV-23', { proposal: withSignal('safety_hazard') }, 'important'],
    ['SV-24', { filing: { keyCustomer: true } }, 'important'],
  ] as const)('[%s] filing with %j is %s', (_rule, beginning, severity) => {
    expect(aComplaint(beginning).complaint.severity).toBe(severity);
  });

  test('[SV-24, SV-11] the highest reason counts', () => {
    expect(aComplaint({ filing: { keyCustomer: true }, proposal: withSignal('lawsuit') }).complaint.severity).toBe(
      'hot',
    );
  });

  test('[IN-11] inquiries, suggestions and praise carry no severity', () => {
    for (const kind of ['inquiry', 'suggestion', 'praise'] as const)
      expect(aComplaint({ filing: { kind } }).complaint.severity).toBeNull();
  });

  test('[SV-23] a supervisor strikes a reason with a note; it stays in the history', () => {
    const story = aComplaint({ proposal: withSignal('safety_hazard') });
    expect(story.by(receptionist).refusal('strikeSeverityReason', { reason: 'SV-23', note: '误判' }).code).toBe(
      'notAllowed',
    );
    story.by(supervisor).does('strikeSeverityReason', { reason: 'SV-23', note: '现场核实无隐患' });
    expect(story.complaint.severity).toBe('ordinary');
    expect(story.complaint.reasons).toMatchObject([{ code: 'SV-23', struck: { note: '现场核实无隐患' } }]);
  });
});
