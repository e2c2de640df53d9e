/** Tests the tools of the other browser tests on a separate element. */
import {html, LitElement} from 'lit';
import {
  accessibilityTree,
  allowConsole,
  assert,
  audit,
  can,
  click,
  computedName,
  computedRole,
  consoleProblems,
  deepEqual,
  drag,
  emulate,
  engine,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  flatten,
  hover,
  itIf,
  type Media,
  matches,
  openLine,
  openPage,
  otherOrigins,
  present,
  press,
  render,
  STRICT_POLICY,
  setViewport,
  tap,
  type,
  VIEWPORT,
  waitFor,
  wheel,
} from '../helpers/index.js';

class Probe extends LitElement {
  static override properties = {name: {}, clicks: {state: true}};
  name = 'probe';
  clicks = 0;

  protected override render() {
    return html`
      <label>Naam <input></label>
      <button @click=${() => this.press()}>${`${this.name} ${this.clicks}`}</button>
    `;
  }

  private press() {
    this.clicks += 1;
    this.dispatchEvent(new Event('probe-press', {bubbles: true, composed: true}));
  }
}
customElements.define('x-probe', Probe);

async function prepare() {
  const probe = await render<Probe>('<x-probe name="knop"></x-probe>');
  const input = present(find<HTMLInputElement>(probe, 'input'), 'input');
  const button = present(find<HTMLButtonElement>(probe, 'button'), 'button');
  return {probe, input, button};
}

async function failure(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    return String(error);
  }
  return 'no failure';
}

describe('render', () => {
  it('returns the first element, rendered', async () => {
    const {button} = await prepare();
    matches(button.textContent, /^knop 0$/);
  });

  it('leaves nothing of the previous test', () => {
    equal(document.querySelector('x-probe'), null);
  });
});

describe('press, type and click', () => {
  it('send trusted events of keys', async () => {
    const {input} = await prepare();
    let trusted = true;
    input.addEventListener('keydown', (event) => {
      trusted &&= event.isTrusted;
    });
    input.focus();
    await type('1316 aé');
    equal(input.value, '1316 aé');
    assert(trusted, 'a key event came from script');
  });

  it('move the focus by Tab and back by Shift+Tab, and press a button by Space and Enter', async () => {
    const {probe, input, button} = await prepare();
    input.focus();
    await press('Tab');
    equal(probe.shadowRoot?.activeElement, button);
    await press('Space');
    await press('Enter');
    equal(probe.clicks, 2);
    await press('Shift+Tab');
    equal(probe.shadowRoot?.activeElement, input);
  });

  it('edit text by keys', async () => {
    const {input} = await prepare();
    input.focus();
    await type('abc');
    await press('Backspace');
    await press('ArrowLeft');
    await press('Delete');
    await press('Home');
    await press('x');
    equal(input.value, 'xa');
  });

  it('click with a trusted pointer event in the middle', async () => {
    const {button} = await prepare();
    const event = await expectEvent<PointerEvent>(button, 'click', () => click(button));
    assert(event.isTrusted, 'the click came from script');
    equal(event.detail, 1);
  });

  it('double-click', async () => {
    const {button} = await prepare();
    await expectEvent(button, 'dblclick', () => click(button, {count: 2}));
  });

  it('refuse to click an element that is covered', async () => {
    const {button} = await prepare();
    const cover = await render('<div style="position: fixed; inset: 0"></div>');
    matches(await failure(() => click(button)), /<button> is under <div>/);
    cover.remove();
  });
});

describe('hover, drag and wheel', () => {
  it('hover', async () => {
    const {button} = await prepare();
    await hover(button);
    assert(button.matches(':hover'), 'the button is not hovered');
  });

  it('drag in steps', async () => {
    const box = await render('<div style="width: 300px; height: 300px"></div>');
    const moves: number[] = [];
    box.addEventListener('pointermove', (event) => {
      if (event.buttons === 1) moves.push(event.clientX);
    });
    const {left, top} = box.getBoundingClientRect();
    await expectEvent(box, 'pointerup', () => drag({x: left + 20, y: top + 20}, {x: left + 200, y: top + 100}));
    assert(moves.length > 2, `got ${moves.length} moves`);
  });

  it('turn the wheel', async () => {
    const box = await render('<div style="width: 300px; height: 300px"></div>');
    let down = 0;
    box.addEventListener('wheel', (event) => {
      down += event.deltaY;
    });
    await wheel(box, 120);
    await waitFor(() => down > 0, 'a wheel event');
  });
});

describe('tap', () => {
  itIf(can.tap)('touches and clicks', async () => {
    const {button} = await prepare();
    let kind = '';
    button.addEventListener('pointerdown', (event) => {
      kind = event.pointerType;
    });
    await expectEvent(button, 'click', () => tap(button));
    equal(kind, 'touch');
  });
});

describe('setViewport', () => {
  for (const [width, height] of [
    [320, 600],
    [1280, 900],
  ] as const) {
    itIf(can.resize)(`makes the page ${width} wide`, async () => {
      await setViewport(width, height);
      equal(innerWidth, width);
      equal(innerHeight, height);
    });
  }

  it('is restored in the next test', () => {
    equal(innerWidth, VIEWPORT.width);
    equal(innerHeight, VIEWPORT.height);
  });
});

describe('emulate', () => {
  const queries: Record<keyof Media, string> = {
    reducedMotion: '(prefers-reduced-motion: reduce)',
    dark: '(prefers-color-scheme: dark)',
    forcedColors: '(forced-colors: active)',
    moreContrast: '(prefers-contrast: more)',
  };
  for (const [name, query] of Object.entries(queries) as [keyof Media, string][]) {
    itIf(can.emulate.includes(name))(`sets ${query}`, async () => {
      const list = matchMedia(query);
      equal(list.matches, false);
      await expectEvent(list, 'change', () => emulate({[name]: true}));
      equal(list.matches, true);
    });
  }

  it('is back to the default in the next test', () => {
    for (const query of Object.values(queries)) equal(matchMedia(query).matches, false, query);
  });
});

describe('expectEvent', () => {
  it('fails when the event comes twice', async () => {
    const {probe, button} = await prepare();
    const twice = () => {
      button.click();
      button.click();
    };
    matches(await failure(() => expectEvent(probe, 'probe-press', twice)), /got 2 events, expected 1/);
  });

  it('fails when an unwanted event comes', async () => {
    const {probe, button} = await prepare();
    matches(await failure(() => expectNoEvent(probe, 'probe-press', () => button.click())), /expected none/);
    await expectNoEvent(probe, 'probe-press', () => button.focus());
  });
});

describe('allowConsole', () => {
  it('lets a known warning pass and shows it', () => {
    allowConsole(/a known warning/);
    console.warn('a known warning');
    deepEqual(consoleProblems(), ['console.warn: a known warning']);
  });
});

describe('role and name', () => {
  itIf(can.role)('are those of assistive technology', async () => {
    const {input, button} = await prepare();
    equal(await computedRole(input), 'textbox');
    equal(await computedName(input), 'Naam');
    equal(await computedRole(button), 'button');
    equal(await computedName(button), 'knop 0');
  });

  itIf(can.tree)('are in the tree', async () => {
    await prepare();
    const nodes = flatten(await accessibilityTree());
    assert(
      nodes.some(({role, name}) => role === 'button' && name === 'knop 0'),
      `got ${nodes.map(({role, name}) => `${role} "${name}"`)}`,
    );
  });
});

describe('audit', () => {
  it('passes an element with names', async () => {
    const {probe} = await prepare();
    await audit(probe);
  });

  it('finds an input without a name in a shadow root', async () => {
    const {probe, input} = await prepare();
    present(input.parentElement, 'label').replaceWith(input);
    matches(await failure(() => audit(probe)), /label/);
  });
});

describe('openLine', () => {
  const file = '/test/fixtures/runner/module.ts';

  it('serves a source with what it imports, and records both', async () => {
    const line = await openLine();
    const {value} = await import(line.url(file));
    equal(value, 'module and part');
    deepEqual(
      (await line.requests()).map(({path}) => path),
      [file, '/test/fixtures/runner/part.ts'],
    );
  });

  for (const [what, rule] of [
    ['a status', {status: 404}],
    ['a broken connection', {abort: true}],
    ['a file cut short', {truncate: 20}],
    ['a wrong MIME type', {type: 'text/html'}],
  ] as const) {
    it(`fails an import by ${what} until the rules change`, async () => {
      const line = await openLine({path: 'part', ...rule});
      matches(await failure(() => import(line.url(file))), /Error/);
      await line.rules();
      // An engine may remember that a module failed; a new address requests it again.
      const {part} = await import(line.url('/test/fixtures/runner/part.ts?again'));
      equal(part, 'part');
    });
  }

  it('holds a request until the rules change', async () => {
    const line = await openLine({path: 'part', hold: true});
    let loaded = false;
    const loading = import(line.url(file)).then(() => {
      loaded = true;
    });
    await waitFor(async () => (await line.requests()).length === 2, 'the request');
    equal(loaded, false);
    await line.rules();
    await loading;
    equal(loaded, true);
  });
});

describe('openPage', () => {
  it('opens a host page whose elements can be clicked and audited', async () => {
    const {document: host, window: view} = await openPage({
      body: '<p style="height: 900px">tekst</p><button>knop</button>',
    });
    const button = present(host.querySelector('button'), 'button');
    await expectEvent(button, 'click', () => click(button));
    await audit(host.body);
    deepEqual(otherOrigins(view), []);
  });

  it('notices a policy violation', async () => {
    allowConsole(/policy violation/);
    await openPage({body: '<p style="color: red">tekst</p>', policy: STRICT_POLICY});
    await waitFor(() => consoleProblems().length > 0, 'the breach');
    matches(consoleProblems()[0], /policy violation: style-src-attr/);
  });

  it('loads a module under the strictest policy', async () => {
    const {document: host} = await openPage({
      body: '<p></p><script type="module" src="/test/fixtures/runner/host.ts"></script>',
      policy: STRICT_POLICY,
    });
    await waitFor(() => host.querySelector('p')?.textContent === 'module and part', 'the module');
  });
});

describe('engine', () => {
  it('names the browser', () => {
    assert(['chromium', 'firefox', 'webkit'].includes(engine), engine);
  });

  it('prefers Dutch', () => {
    equal(document.documentElement.lang, 'nl');
    // WebKitGTK reports `C` on a machine without the Dutch locale.
    if (navigator.language !== 'C') matches(navigator.language, /^nl/);
  });
});
