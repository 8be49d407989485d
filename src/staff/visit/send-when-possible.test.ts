import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { RETRY_MS, sendWhenPossible } from './send-when-possible';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const aPhone = (waiting: number) => {
  const phone = {
    waiting,
    sent: 0,
    again: new Set<() => void>(),
    signal: () => {
      for (const each of phone.again) each();
    },
  };
  const stop = sendWhenPossible({
    pending: () => phone.waiting > 0,
    send: () => {
      phone.sent += 1;
    },
    onSignal: (again) => {
      phone.again.add(again);
      return () => phone.again.delete(again);
    },
  });
  return { phone, stop };
};

test('tried at once, with the signal, and every 20 s while something waits', () => {
  const { phone, stop } = aPhone(1);
  expect(phone.sent).toBe(1);
  phone.signal();
  expect(phone.sent).toBe(2);
  jest.advanceTimersByTime(2 * RETRY_MS);
  expect(phone.sent).toBe(4);
  phone.waiting = 0;
  phone.signal();
  jest.advanceTimersByTime(5 * RETRY_MS);
  expect(phone.sent).toBe(4);
  stop();
});

test('what is recorded later is sent too', () => {
  const { phone, stop } = aPhone(0);
  expect(phone.sent).toBe(0);
  phone.waiting = 1;
  jest.advanceTimersByTime(RETRY_MS);
  expect(phone.sent).toBe(1);
  stop();
});

test('ended, it neither listens nor counts any more', () => {
  const { phone, stop } = aPhone(1);
  stop();
  expect(phone.again.size).toBe(0);
  jest.advanceTimersByTime(3 * RETRY_MS);
  expect(phone.sent).toBe(1);
});
