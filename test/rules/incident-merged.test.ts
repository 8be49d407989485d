/** A complaint that was merged: its clocks, its result, its way back, and what merging never buries (IN-07, IF-01, DP-02, DP-04). */
import { membersOf } from '../../domain/incident/incident';
import { joiningOf } from '../../domain/incident/news';
import { residentSentenceOf } from '../../domain/complaint/timeline';
import { possibleCommands } from '../../domain/complaint/decide';
import { EVENTS } from '../../domain/complaint/lifecycle';
import { noticesOf } from '../../domain/notice/notices';
import { Refusal } from '../../types/errors';
import {
  engineering,
  handler,
  head,
  manager,
  neighbour,
  order,
  photoAfter,
  receptionist,
  supervisor,
} from '../support/a-complaint';
import { anEstate, filerOf, type IncidentWorld } from '../support/an-incident';

const never = (): never => {
  throw new Error('it joined nothing');
};

/** The leading complaint on its way, up to the result that waits for review. */
const handled = (world: IncidentWorld, name = 'A') => world.story(name).inState('reviewing');
const reviewed = (world: IncidentWorld, name = 'A') => {
  handled(world, name).by(supervisor).does('passReview');
  world.settle();
};

describe('the complaint that was merged', () => {
  test('[IN-07] its resident is told with how many it is handled, and never who they are', () => {
    const world = anEstate();
    world.alike(3);
    const { complaint } = world.story('C');
    const zone = { utcOffsetMinutes: 480 };
    const merged = complaint.events.find((event) => event.type === 'mergedInto');
    if (merged === undefined) throw new Error('C was not merged');
    expect(residentSentenceOf(merged, zone, world.now, false)?.title).toBe('已并入同类事件，与 3 户一起处理');
    expect(complaint.state).toBe('merged');
    const written = JSON.stringify(complaint.events);
    for (const other of ['A', 'B']) expect(written).not.toContain(`filer-${other}`);
  });

  test('[CK-09] nobody is hurried about it any more, while the time promised to its resident runs on', () => {
    const world = anEstate();
    world.alike(2);
    expect(world.story('B').clock('dispatch').stoppedAt).toBeDefined();
    expect(world.story('B').clock('resolution').stoppedAt).toBeUndefined();
  });

  test('[IF-01] with the result of the leading one each resident is told on their own clock, and judges on their own', () => {
    const world = anEstate();
    world.alike(3);
    reviewed(world);
    for (const name of ['A', 'B', 'C']) {
      const { complaint } = world.story(name);
      expect([name, complaint.state]).toEqual([name, 'informing']);
      expect(complaint.result?.result).toBe('已更换轴承，试运行正常');
      expect(world.story(name).clock('inform').stoppedAt).toBeUndefined();
    }
    // B is told first and is not satisfied: only B is opened again, with round 2 and SV-12.
    world.story('B').system({ name: 'resultReached', how: 'message' });
    world.story('B').by(filerOf('B')).does('reopen', { why: '我这边还是停' });
    world.settle();
    expect(world.story('B').complaint).toMatchObject({ state: 'dispatched', round: 2, departmentId: engineering });
    expect(world.reasons('B')).toContain('SV-12');
    expect(world.story('A').complaint).toMatchObject({ state: 'informing', round: 1 });
    expect(world.incidentOf('A').state).toBe('closed');
  });

  test('[IN-14] the result that is shared has no number in it and no photo of the leading one', () => {
    const world = anEstate();
    world.alike(2);
    const lead = world.story('A').inState('handling').by(handler);
    lead.does('complete', { outcome: 'fixed', result: '已更换，电话 13812345678', photos: [photoAfter] });
    reviewed(world);
    const { result } = world.story('B').complaint;
    expect(result?.result).toBe('已更换，电话 138******78');
    expect(result?.photos).toEqual([]);
    expect(lead.complaint.result?.photos).toEqual([photoAfter]);
  });

  test('[CB-10] who worked on the leading one calls nobody back about it', () => {
    const world = anEstate();
    world.alike(3);
    reviewed(world);
    world.story('B').system({ name: 'resultReached', how: 'message' });
    expect(world.story('B').complaint.workedBy).toContain(handler.id);
  });

  test('the desk may put one that was opened again back to the incident, once the leading one is opened again too', () => {
    const world = anEstate();
    world.alike(3);
    reviewed(world);
    world.story('B').by(filerOf('B')).does('reopen', { why: '还是停' });
    world.settle();
    const story = world.story('B');
    expect(() => world.merged('B', world.incidentOf('A'))).toThrow(Refusal);
    world.story('A').by(receptionist).does('reopen', { why: '多户反映还是停', photos: [] });
    world.settle();
    expect(world.incidentOf('A').state).toBe('open');
    world.merged('B', world.incidentOf('A'));
    expect(story.complaint.state).toBe('merged');
    world.story('A').by(head).does('signFor', { handlerId: handler.id });
    reviewed(world);
    expect(story.complaint).toMatchObject({ state: 'informing', round: 2 });
  });

  test('[CK-05] [CK-09] split off it is at the desk again, its promised time still counts from its own filing', () => {
    const world = anEstate();
    world.alike(3);
    const story = world.story('C');
    const promised = story.clock('resolution');
    story.later(120).by(receptionist).does('splitOff', { reason: '是入户门禁的问题' });
    world.settle();
    expect(story.complaint).toMatchObject({ state: 'registered', incident: null, departmentId: null });
    expect(story.clock('resolution')).toEqual(promised);
    expect(promised.startedAt).toBe(story.complaint.filedAt);
    expect(story.clock('dispatch').startedAt).toBe(story.now);
    expect(world.incidentOf('A').members.find((m) => m.complaintId === story.complaint.id)?.left).toMatchObject({
      why: 'split',
    });
  });

  test('when the leading one is withdrawn, the one that waits longest is handled instead; with nobody left it ends', () => {
    const world = anEstate();
    world.alike(3);
    const { id } = world.incidentOf('A');
    world.story('A').by(filerOf('A')).does('withdraw', { reason: '搬走了' });
    world.settle();
    expect(world.incidents.get(id)?.leadId).toBe('B');
    expect(world.story('B').complaint).toMatchObject({ state: 'registered', incident: { leads: true } });
    expect(world.story('C').complaint.state).toBe('merged');
    world.story('C').by(filerOf('C')).does('withdraw', { reason: '好了' });
    world.settle();
    world.story('B').by(receptionist).does('leaveIncident', { reason: '只剩这一件' });
    world.settle();
    expect(world.incidents.get(id)?.state).toBe('dissolved');
    expect(world.story('B').complaint).toMatchObject({ state: 'registered', incident: null });
  });

  test('[SV-22] two incidents about one matter become one: everyone follows the other, counted together', () => {
    const world = anEstate();
    world.alike(2);
    world.complaint('X');
    world.complaint('Y');
    const second = world.opened('X', '3栋客梯经常停用');
    world.merged('Y', second);
    expect(world.reasons('A')).not.toContain('SV-22');
    world.does(second, receptionist, 'mergeIncidents', { into: world.incidentOf('A').id });
    expect(world.incidents.get(second.id)?.state).toBe('merged');
    for (const name of ['X', 'Y']) {
      expect(world.story(name).complaint).toMatchObject({
        state: 'merged',
        incident: { id: world.incidentOf('A').id, leads: false },
      });
      expect(world.reasons(name)).toContain('SV-22');
    }
    expect(world.reasons('A')).toContain('SV-22');
    reviewed(world);
    expect(world.story('Y').complaint.state).toBe('informing');
  });

  test('two merged into each other at the same moment: the one with the smaller id goes on, led by its own, and the other follows it', () => {
    const world = anEstate();
    world.alike(2);
    world.complaint('X');
    world.complaint('Y');
    const first = world.incidentOf('A');
    const second = world.opened('X', '3栋客梯经常停用');
    world.merged('Y', second);
    // Already in the hands of the department: it stays there.
    world.story('A').inState('investigating');
    world.story('X').inState('investigating');
    world.mergedAtOnce(world.incidentOf('A'), world.incidentOf('X'));
    const [held, other] = first.id < second.id ? [first, second] : [second, first];
    expect(world.incidents.get(held.id)).toMatchObject({ state: 'open', mergedInto: null, leadId: held.leadId });
    expect(world.incidents.get(other.id)).toMatchObject({ state: 'merged', mergedInto: held.id });
    for (const name of ['A', 'B', 'X', 'Y']) {
      const { complaint } = world.story(name);
      const leads = complaint.id === held.leadId;
      expect(complaint).toMatchObject({
        state: leads ? 'investigating' : 'merged',
        incident: { id: held.id, leads },
      });
      expect(world.reasons(name)).toContain('SV-22');
    }
    const lead = world.story(held.leadId ?? '');
    reviewed(world, lead.complaint.id);
    for (const name of ['A', 'B', 'X', 'Y']) expect(world.story(name).complaint.state).toBe('informing');
  });

  test('three merged in a ring become one; and again when the same two are merged into each other a second time', () => {
    const world = anEstate();
    for (const name of ['A', 'B', 'C']) {
      world.complaint(name);
      world.opened(name);
    }
    const all = ['A', 'B', 'C'].map((name) => world.incidentOf(name));
    world.mergedAtOnce(...all);
    const held = world.incidentOf('A');
    expect(held.id).toBe([...all].sort((a, b) => (a.id < b.id ? -1 : 1))[0]?.id);
    const names = ['A', 'B', 'C'];
    expect(names.map((name) => world.incidentOf(name).id)).toEqual(names.map(() => held.id));
    expect(names.filter((name) => world.story(name).complaint.state === 'merged')).toHaveLength(2);
    // Another incident comes, and goes the same way with all of them: nobody stays behind.
    world.complaint('D');
    world.mergedAtOnce(world.incidentOf('A'), world.opened('D'));
    const last = world.incidentOf('D');
    expect(['A', 'B', 'C', 'D'].map((name) => world.incidentOf(name).id)).toEqual([1, 2, 3, 4].map(() => last.id));
    expect(last.state).toBe('open');
    expect(world.story(last.leadId ?? '').complaint.incident?.leads).toBe(true);
  });

  test('what was merged into each other and lost all its own is led on by who comes back first', () => {
    const world = anEstate();
    world.alike(2);
    world.complaint('X');
    const second = world.opened('X');
    // The first was merged and settled before the second, decided while both were open, was saved.
    const decided = world.tries(second, receptionist, 'mergeIncidents', { into: world.incidentOf('A').id });
    const first = world.incidentOf('A');
    world.does(first, receptionist, 'mergeIncidents', { into: second.id });
    expect(world.incidentOf('A').id).toBe(second.id);
    world.saved(second.id, decided);
    const [held] = [first.id, second.id].sort();
    for (const name of ['A', 'B', 'X']) expect(world.story(name).complaint.incident?.id).toBe(held);
    const incident = world.incidentOf('A');
    expect(incident.state).toBe('open');
    expect(membersOf(incident)).toHaveLength(3);
    expect(world.story(incident.leadId ?? '').complaint).toMatchObject({ incident: { leads: true } });
    expect(['A', 'B', 'X'].filter((name) => world.story(name).complaint.state === 'merged')).toHaveLength(2);
    // Those who had left it once already leave it again.
    world.complaint('D');
    const third = world.opened('D');
    world.does(incident, receptionist, 'mergeIncidents', { into: third.id });
    expect(['A', 'B', 'X', 'D'].map((name) => world.incidentOf(name).id)).toEqual([1, 2, 3, 4].map(() => third.id));
  });

  test('who comes to an incident that everybody has left leads it, unless it goes on by itself: then nobody would hand on its result', () => {
    const world = anEstate();
    world.complaint('A');
    const { id } = world.opened('A');
    world.story('A').by(filerOf('A')).does('withdraw', { reason: '搬走了' });
    world.settle();
    const left = world.incidents.get(id);
    if (left === undefined) throw new Error('no incident');
    expect(left.state).toBe('dissolved');
    const comes = (waits: boolean) => {
      const member = joiningOf(world.complaint(waits ? 'B' : 'C').complaint);
      const answer = world.heard(left, { name: 'memberJoined', member, waits });
      return answer instanceof Refusal ? [] : answer.map(({ type }) => type);
    };
    expect(comes(true)).toEqual(['joined', 'led']);
    expect(comes(false)).toEqual(['joined']);
  });

  test('a complaint belongs to one incident at most, and the leading one joins no other', () => {
    const world = anEstate();
    world.alike(2);
    expect(possibleCommands(world.story('A').complaint, receptionist)).not.toContain('mergeIntoIncident');
    expect(possibleCommands(world.story('B').complaint, receptionist)).not.toContain('openIncident');
    expect(possibleCommands(world.story('B').complaint, head)).not.toContain('splitOff');
    expect(possibleCommands(world.story('B').complaint, neighbour)).toEqual([]);
  });
});

describe('merging buries nothing', () => {
  test('[DP-02] what is graver by itself than the leading complaint is counted with it and goes on, its notices too', () => {
    const world = anEstate();
    world.alike(2);
    const grave = world.complaint('C').by(supervisor).does('addSeverityReason', { reason: 'SV-06', note: '老人摔倒' });
    world.merged('C', world.incidentOf('A'));
    expect(grave.complaint).toMatchObject({ state: 'registered', severity: 'major', incident: { leads: false } });
    expect(grave.clock('managerNotice').stoppedAt).toBeUndefined();
    expect(world.reasons('A')).toContain('SV-22');
    // Tried again it says why.
    grave.incident = { ...(grave.incident ?? never()), leadSeverity: 'ordinary' };
    expect(
      grave.by(receptionist).refusal('mergeIntoIncident', { incidentId: world.incidentOf('A').id }).fields,
    ).toHaveProperty('incidentId');
    // As grave as the leading one it is merged like any other.
    world.story('A').by(supervisor).does('addSeverityReason', { reason: 'SV-06', note: '夹伤手' });
    world.merged('C', world.incidentOf('A'));
    expect(grave.complaint.state).toBe('merged');
  });

  test('[DP-02] [SV-06] a reason of its own that a merged complaint gets later is passed on, and opened, while it is merged', () => {
    const world = anEstate();
    world.alike(3);
    const story = world.story('B');
    expect(() => story.clock('managerNotice')).toThrow();
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-06', note: '夹伤手' });
    expect(story.complaint.state).toBe('merged');
    for (const notice of ['managerNotice', 'generalManagerNotice', 'qualityNotice'] as const)
      expect(story.clock(notice).stoppedAt).toBeUndefined();
    story.by(manager).does('acknowledge');
    expect(story.clock('managerNotice').stoppedAt).toBeDefined();
    // The result of the leading one opens nobody's notice.
    reviewed(world);
    expect(story.complaint.state).toBe('informing');
    expect(story.clock('qualityNotice').stoppedAt).toBeUndefined();
  });

  test('[IF-03] [DP-03] while somebody above the desk decides where it goes it is only counted', () => {
    const world = anEstate();
    world.alike(2);
    const story = world.complaint('C').inState('dispatched');
    for (const _ of [1, 2]) {
      if (story.complaint.state === 'registered') story.inState('dispatched');
      story.by(head).does('returnToDesk', { reason: '不属于本部门' });
    }
    expect(story.complaint.dispatcher).toBe('supervisor');
    world.merged('C', world.incidentOf('A'));
    expect(story.complaint).toMatchObject({
      state: 'registered',
      dispatcher: 'supervisor',
      incident: { leads: false },
    });
  });

  test('[DP-04] help that is still asked for is withdrawn with its clock, and handler and head hear that it left them', () => {
    const world = anEstate();
    world.alike(1);
    const story = world.complaint('C').inState('handling').by(handler);
    const dueAt = new Date(Date.parse(story.now) + 3_600_000).toISOString();
    story.does('addSubtask', { departmentId: order, what: '围挡', dueAt });
    world.merged('C', world.incidentOf('A'));
    expect(story.complaint.subtasks).toMatchObject([{ withdrawn: { reason: '并入雷同事件' } }]);
    expect(story.clock('subtask').stoppedAt).toBeDefined();
    const told = noticesOf(EVENTS.mergedInto, story.complaint).map(({ audience }) => audience);
    expect(story.types().at(-1)).toBe('mergedInto');
    expect(told).toEqual(expect.arrayContaining(['handler', 'head']));
  });
});
