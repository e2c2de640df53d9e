import {type LatLng, type MovingMap, Point} from './leaflet.js';

/** Pixels that a pointer may move during a click or tap. */
const CLICK_PX = 4;

/** Length in pixels of a one-finger swipe that shows the hint. */
const SWIPE_PX = 12;

/** Milliseconds without a wheel event after which a zoom has ended. */
const WHEEL_END_MS = 150;

/** Wheel pixels for one zoom level, and the most that one event may count for. */
const WHEEL_PX = 160;
const WHEEL_MAX = 0.5;

/** Pixels per line, for wheels that report lines. */
const LINE_PX = 20;

/** Callbacks of the element. */
export interface GestureHost {
  /** The visitor begins to move the map. */
  readonly start: () => void;
  /** The visitor tried to move the map by a gesture that scrolls the page. */
  readonly hint: (kind: 'wheel' | 'touch') => void;
  readonly limit: (center: LatLng, zoom: number) => LatLng;
  readonly limitZoom: (zoom: number) => number;
}

/**
 * Mouse, touch and wheel on the map. Gestures that scroll the page still scroll it: one finger, and the wheel alone. Two
 * fingers move and zoom, a mouse drags, and the wheel zooms with Ctrl or Command.
 *
 * @returns A function that removes the listeners and timers.
 */
export function addGestures(map: MovingMap, host: GestureHost): () => void {
  const container = map.getContainer();
  const end = new AbortController();
  const {signal} = end;
  const pointers = new Map<number, Point>();
  let wheelEnd: ReturnType<typeof setTimeout> | undefined;
  /** True while the map follows the pointers. */
  let moving = false;
  /** True from a drag until the click event that the browser fires at its end. */
  let dragged = false;
  /** Position of the pointers, and the point of the map below them, when their number last changed. */
  let from:
    | {readonly point: Point; readonly spread: number; readonly latLng: LatLng; readonly zoom: number}
    | undefined;

  const toPoint = (event: MouseEvent) => map.mouseEventToContainerPoint(event);

  /** The middle of the pointers and the distance between them. */
  const grip = () => {
    const [first = new Point(0, 0), second = first] = pointers.values();
    return {point: first.add(second).divideBy(2), spread: first.distanceTo(second)};
  };

  const hold = () => {
    const {point, spread} = grip();
    from = {point, spread, latLng: map.containerPointToLatLng(point), zoom: map.getZoom()};
  };

  const begin = () => {
    if (moving) return;
    moving = true;
    host.start();
    map._stop();
    map._moveStart(true, false);
  };

  /** Moves the map so that a point of it lies at a pixel. */
  const follow = (latLng: LatLng, point: Point, toZoom: number) => {
    const zoom = host.limitZoom(toZoom);
    const middle = map.project(latLng, zoom).add(map.getSize().divideBy(2)).subtract(point);
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
      // The button was released outside the map, before the drag began.
      release(event);
      return;
    }
    pointers.set(event.pointerId, toPoint(event));
    const {point, spread} = grip();
    const shift = point.distanceTo(from.point);
    if (pointers.size === 1 && event.pointerType !== 'mouse') {
      // A vertical swipe scrolls the page; a horizontal one is meant for the map.
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
      // A drag continues outside the map; touch does so without this.
      if (event.isTrusted) container.setPointerCapture?.(event.pointerId);
    }
    follow(from.latLng, point, from.spread && spread ? from.zoom + Math.log2(spread / from.spread) : from.zoom);
  });

  on('pointerup', release);
  on('pointercancel', release);

  // Keeps the page from scrolling under two fingers.
  const keepPage = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
  on('touchstart', keepPage, {passive: false});
  on('touchmove', keepPage, {passive: false});

  // A drag that ends over a region does not select it.
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
