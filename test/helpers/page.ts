import {executeServerCommand} from '@web/test-runner-commands';
import {afterThisTest} from './cleanup.js';
import type {PageAction} from './network-actions.js';

/** The strictest policy that the widget has to run under. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

export interface HostPage {
  frame: HTMLIFrameElement;
  window: Window & typeof globalThis;
  document: Document;
}

export interface PageOptions {
  /** Contents of the `<body>`. With a policy, scripts are allowed only by `src`. */
  body: string;
  /** Contents of the `<head>`, besides title, character set and viewport. */
  head?: string;
  lang?: string;
  /** A `Content-Security-Policy` header. */
  policy?: string;
  /** Width of the frame, in CSS pixels. */
  width?: number;
  height?: number;
}

/**
 * Opens a host's page in a frame of the test page and waits until it has loaded. The frame is removed after the test. Its console
 * messages count as those of the test. It has the same origin, so that its elements can be reached, clicked and read.
 */
export async function openPage({
  body,
  head = '',
  lang = 'nl',
  policy,
  width = 760,
  height = 560,
}: PageOptions): Promise<HostPage> {
  const id = crypto.randomUUID();
  const html = `<!doctype html>
<html lang="${lang}">
  <head>
    <script src="/test/helpers/watch.js"></script>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Host</title>
    ${head}
  </head>
  <body>${body}</body>
</html>`;
  const headers: Record<string, string> = policy ? {'content-security-policy': policy} : {};
  await executeServerCommand<unknown, PageAction>('page', {id, html, headers});
  const frame = document.createElement('iframe');
  frame.title = 'Host';
  frame.width = String(width);
  frame.height = String(height);
  frame.style.border = '0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.src = `/__page__/${id}/`;
  document.body.append(frame);
  afterThisTest(() => frame.remove());
  await loaded;
  const {contentWindow, contentDocument} = frame;
  if (!contentWindow || !contentDocument) throw new Error('openPage: got a frame of another origin');
  return {frame, window: contentWindow as HostPage['window'], document: contentDocument};
}
