import {nextFrame} from './wait.js';

/**
 * Runs `action` and returns the one event of this type that reached `target`: none fails, and so does a second one.
 * Waits for the event, then one more frame for a second one.
 */
export async function expectEvent<E extends Event = Event>(
  target: EventTarget,
  type: string,
  action: () => unknown,
): Promise<E> {
  const events = await eventsDuring<E>(target, type, action);
  const [event] = events;
  if (!event || events.length > 1) throw new Error(`${type}: got ${events.length} events, expected 1`);
  return event;
}

/** Runs `action` and fails when an event of this type reaches `target`. */
export async function expectNoEvent(target: EventTarget, type: string, action: () => unknown): Promise<void> {
  const events = await eventsDuring(target, type, action, 0);
  if (events.length > 0) throw new Error(`${type}: got ${events.length} events, expected none`);
}

const EVENT_LIMIT_MS = 60_000;

async function eventsDuring<E extends Event>(
  target: EventTarget,
  type: string,
  action: () => unknown,
  limit = EVENT_LIMIT_MS,
): Promise<E[]> {
  const events: E[] = [];
  const listen = (event: Event) => events.push(event as E);
  target.addEventListener(type, listen);
  try {
    await action();
    const end = performance.now() + limit;
    while (events.length === 0 && performance.now() < end) await nextFrame();
    await nextFrame();
    return events;
  } finally {
    target.removeEventListener(type, listen);
  }
}
