// The page around the frame: gives each frame of the regiokaart the height that its page reports.

/** Limits of the height, so that a faulty or foreign page cannot become endlessly high. */
const LOWEST = 200;
const HIGHEST = 6000;

const frames = [...document.querySelectorAll('iframe[data-regiokaart-frame]')];

addEventListener('message', ({source, origin, data}) => {
  const frame = frames.find(({contentWindow}) => contentWindow === source);
  if (!frame) return;
  // Accepts messages only from our frame, and only while it still shows the page that we loaded. With `sandbox` and without
  // `allow-same-origin` a page has an opaque origin.
  const sandbox = frame.getAttribute('sandbox');
  const expected = sandbox === null || /\ballow-same-origin\b/.test(sandbox) ? new URL(frame.src).origin : 'null';
  if (origin !== expected) return;
  if (data?.type !== 'regiokaart-height' || !Number.isFinite(data.height)) return;
  frame.style.height = `${Math.min(Math.max(data.height, LOWEST), HIGHEST)}px`;
});

// Requests heights that were reported before this script ran.
for (const {contentWindow} of frames) contentWindow.postMessage({type: 'regiokaart-height'}, '*');
