import { checkOutput } from './check-output';

const photo = { id: 'ph_1', url: 'https://files.example/1' };

test('an answer as the contract has it passes', () => expect(() => checkOutput('confirmUpload', photo)).not.toThrow());

test('an answer that lacks something, or says more than it should, is a bug', () => {
  expect(() => checkOutput('confirmUpload', { id: 'ph_1' })).toThrow('outside the contract');
  expect(() => checkOutput('confirmUpload', { ...photo, fileId: 'cloud://secret' })).toThrow(
    'more than the contract: output.fileId',
  );
  const deep = {
    items: [
      {
        id: 'm',
        template: 'result',
        title: '',
        lines: [{ label: '', value: '', secret: 1 }],
        at: '2026-11-21T00:00:00.000Z',
        readAt: null,
        complaintId: null,
        actionId: null,
        delivery: 'sent',
      },
    ],
    cursor: null,
  };
  expect(() => checkOutput('inbox', deep)).toThrow('output.items.0.lines.0.secret');
});
