import {type LatLng, type MovingMap, Point} from './leaflet.js';

/** Pixels that a pointer may shift during a click or tap. */
const CLICK_PX = 4;

/** Pixels of a swipe with one finger after which the hint helps. */
const SWIPE_PX = 12;

/** Milliseconds without a turn of the wheel after which a zoom has ended. */
const WHEEL_END_MS = 150;

/** Pixels of the wheel for one zoom level, and the most that one event counts for. */
const WHEEL_PX = 160;
const WHEEL_MAX = 0.5;

/** Pixels in a line, for wheels that count in lines. */
const LINE_PX = 20;

/** What the gestures ask of the element. */
export interface GestureHost {
  /** A gesture begins: the visitor moves the map. */
  readonly start: () => void;
  /** The visitor tried to move the map in a way that belongs to the page. */
  readonly hint: (kind: 'wheel' | 'touch') => void;
  readonly limit: (center: LatLng, zoom: number) => LatLng;
  readonly limitZoom: (zoom: number) => number;
}

/**
 * Mouse, touch and wheel on the map. What scrolls the page keeps scrolling it: one finger and the plain wheel are
 * the page's; two fingers move and zoom, a mouse drags, and the wheel zooms with Ctrl or Command.
 *
 * @returns Ends all of it: listeners and timers.
 */
export function addGestures(map: MovingMap, host: GestureHost): () => void {
  const container = map.getContainer();
  const end = new AbortController();
  const {signal} = end;
  const pointers = new Map<number, Point>();
  let wheelEnd: ReturnType<typeof setTimeout> | undefined;
  /** True while the map follows. */
  let moving = false;
  /** True from a drag to the click that the browser makes of its end. */
  let dragged = false;
  /** Where the pointers were and what lay under them, when their number changed. */
  let from: {readonly point: Point; readonly spread: number; readonly place: LatLng; readonly zoom: number} | undefined;

  const toPoint = (event: MouseEvent) => map.mouseEventToContainerPoint(event);

  /** The middle of the pointers and how far they are apart. */
  const grip = () => {
    const [first = new Point(0, 0), second = first] = pointers.values();
    return {point: first.add(second).divideBy(2), spread: first.distanceTo(second)};
  };

  const hold = () => {
    const {point, spread} = grip();
    from = {point, spread, place: map.containerPointToLatLng(point), zoom: map.getZoom()};
  };

  const begin = () => {
    if (moving) return;
    moving = true;
    host.start();
    map._stop();
    map._moveStart(true, false);
  };

  /** Puts a place of the map under a pixel. */
  const follow = (place: LatLng, point: Point, toZoom: number) => {
    const zoom = host.limitZoom(toZoom);
    const middle = map.project(place, zoom).add(map.getSize().divideBy(2)).subtract(point);
    map._move(host.limit(map.unproject(middle, zoom), zoom), zoom, {pinch: true, round: false});
  };

  const finish = () => {
    clearTimeout(wheelEnd);
    container.classList.remove('dragging');
    if (!moving) return;
    moving = false;
    map._moveEnd(true);
  };

  const release = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size > 0) hold();
    else finish();
  };

  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ) => container.addEventListener(type, listener, {...options, signal});

  on('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (event.isPrimary) pointers.clear();
    dragged = false;
    pointers.set(event.pointerId, toPoint(event));
    hold();
  });

  on('pointermove', (event) => {
    if (!from || !pointers.has(event.pointerId)) return;
    if (event.pointerType === 'mouse' && event.buttons === 0) {
      // The button was let go outside the map, before the drag began.
      release(event);
      return;
    }
    pointers.set(event.pointerId, toPoint(event));
    const {point, spread} = grip();
    const shift = point.distanceTo(from.point);
    if (pointers.size === 1 && event.pointerType !== 'mouse') {
      // Up and down is how one scrolls the page; aside is meant for the map.
      if (shift > SWIPE_PX && Math.abs(point.x - from.point.x) > shift / 2) {
        dragged = true;
        host.hint('touch');
      }
      return;
    }
    if (!moving && pointers.size === 1 && shift < CLICK_PX) return;
    if (!moving) {
      begin();
      dragged = true;
      container.classList.add('dragging');
      // A drag goes on outside the map; touch does so by itself.
      if (event.isTrusted) container.setPointerCapture?.(event.pointerId);
    }
    follow(from.place, point, from.spread && spread ? from.zoom + Math.log2(spread / from.spread) : from.zoom);
  });

  on('pointerup', release);
  on('pointercancel', release);

  // The page would scroll under two fingers.
  const keepPage = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
  on('touchstart', keepPage, {passive: false});
  on('touchmove', keepPage, {passive: false});

  // A drag that ends over a region is no choice.
  on(
    'click',
    (event) => {
      if (dragged && event.detail > 0) event.stopPropagation();
      dragged = false;
    },
    {capture: true},
  );

  on(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) {
        host.hint('wheel');
        return;
      }
      event.preventDefault();
      const turn = (-event.deltaY * (event.deltaMode === 0 ? 1 : LINE_PX)) / WHEEL_PX;
      const point = toPoint(event);
      begin();
      follow(map.containerPointToLatLng(point), point, map.getZoom() + Math.min(Math.max(turn, -WHEEL_MAX), WHEEL_MAX));
      clearTimeout(wheelEnd);
      wheelEnd = setTimeout(finish, WHEEL_END_MS);
    },
    {passive: false},
  );

  return () => {
    clearTimeout(wheelEnd);
    end.abort();
  };
}
