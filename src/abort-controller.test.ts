import { AbortController } from './abort-controller';

test('whoever listens hears it once, with the reason', () => {
  const controller = new AbortController();
  const heard = jest.fn();
  const left = jest.fn();
  controller.signal.addEventListener('abort', heard);
  controller.signal.addEventListener('abort', left);
  controller.signal.removeEventListener('abort', left);
  controller.abort('enough');
  controller.abort('again');
  expect(heard).toHaveBeenCalledTimes(1);
  expect(left).not.toHaveBeenCalled();
  expect(controller.signal).toMatchObject({ aborted: true, reason: 'enough' });
});
