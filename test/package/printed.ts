import {getDocument, OPS, type PDFPageProxy, Util} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {Page} from 'puppeteer-core';

/** Paper sizes, in inches. */
export const PAPERS = {A4: {paperWidth: 8.27, paperHeight: 11.69}, Letter: {paperWidth: 8.5, paperHeight: 11}} as const;

/** Chromium's default margin on each side. */
const MARGIN_PT = 28.8;

/** Height of letters above their baseline, as a share of the font size. */
const ASCENT = 0.8;

/** A box in points, from the lower left corner of the sheet. */
export interface PrintedBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface PrintedText {
  readonly text: string;
  readonly box: PrintedBox;
}

/** Letters that were drawn by one operator. */
export interface PrintedRun {
  readonly text: string;
  /** Colour, in the form `#000000`. */
  readonly color: string;
  readonly opacity: number;
}

/** A shape with a fill or a stroke. */
export interface PrintedShape {
  readonly box: PrintedBox;
  readonly fill: string | undefined;
  readonly line: string | undefined;
  /** The visible area, because a map has a frame. */
  readonly clip: PrintedBox;
}

/** A page of a PDF, as read by pdf.js. */
export interface PrintedPage {
  /** The sheet without its margins. */
  readonly room: PrintedBox;
  readonly texts: readonly PrintedText[];
  readonly runs: readonly PrintedRun[];
  readonly shapes: readonly PrintedShape[];
  /** All texts in reading order, with single spaces. */
  readonly words: string;
}

type Matrix = readonly [number, number, number, number, number, number];

interface Pen {
  readonly matrix: Matrix;
  readonly clip: PrintedBox;
  readonly fill: string;
  readonly line: string;
  readonly fillOpacity: number;
}

/** Prints a page with the default settings of the dialog: without background graphics. */
export async function print(page: Page, paper: keyof typeof PAPERS): Promise<readonly PrintedPage[]> {
  const session = await page.createCDPSession();
  const {data} = await session.send('Page.printToPDF', {...PAPERS[paper], printBackground: false});
  await session.detach();
  const document = await getDocument({data: Uint8Array.from(Buffer.from(data, 'base64')), verbosity: 0}).promise;
  try {
    return await Promise.all(
      Array.from({length: document.numPages}, async (_, index) => readPage(await document.getPage(index + 1))),
    );
  } finally {
    await document.destroy();
  }
}

async function readPage(page: PDFPageProxy): Promise<PrintedPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const {items} = await page.getTextContent();
  const texts = items.flatMap((item): PrintedText[] => {
    if (!('str' in item) || !item.str.trim()) return [];
    const [, , , , x, y] = item.transform as number[];
    const top = (y ?? 0) + ASCENT * item.height;
    return [{text: item.str, box: boxOf(x ?? 0, y ?? 0, (x ?? 0) + item.width, top)}];
  });
  const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
  return {
    room: {left: left + MARGIN_PT, bottom: bottom + MARGIN_PT, right: right - MARGIN_PT, top: top - MARGIN_PT},
    texts,
    words: words.replace(/\s+/g, ' '),
    ...(await readDrawing(page, {left, bottom, right, top})),
  };
}

/** Follows the operators of a page, because the texts do not include their colours. */
async function readDrawing(page: PDFPageProxy, sheet: PrintedBox): Promise<Pick<PrintedPage, 'runs' | 'shapes'>> {
  const runs: PrintedRun[] = [];
  const shapes: PrintedShape[] = [];
  const {fnArray, argsArray} = await page.getOperatorList();
  let pen: Pen = {matrix: [1, 0, 0, 1, 0, 0], clip: sheet, fill: '#000000', line: '#000000', fillOpacity: 1};
  const saved: Pen[] = [];
  let clips = false;
  for (const [index, operator] of fnArray.entries()) {
    const values = argsArray[index] as readonly unknown[];
    switch (operator) {
      case OPS.save:
        saved.push(pen);
        break;
      case OPS.restore:
        pen = saved.pop() ?? pen;
        break;
      case OPS.transform:
        pen = {...pen, matrix: Util.transform([...pen.matrix], values as number[]) as unknown as Matrix};
        break;
      case OPS.setFillRGBColor:
        pen = {...pen, fill: String(values[0])};
        break;
      case OPS.setStrokeRGBColor:
        pen = {...pen, line: String(values[0])};
        break;
      case OPS.setGState: {
        const opacity = (values[0] as readonly (readonly [string, unknown])[]).find(([name]) => name === 'ca')?.[1];
        if (typeof opacity === 'number') pen = {...pen, fillOpacity: opacity};
        break;
      }
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.constructPath: {
        const [paint, , extent] = values as [number, unknown, Float32Array | null];
        const box = extent && moved(extent, pen.matrix);
        if (clips && box) pen = {...pen, clip: common(pen.clip, box)};
        else if (box && paint !== OPS.endPath) {
          const fill = paint !== OPS.stroke && paint !== OPS.closeStroke ? pen.fill : undefined;
          const line = paint !== OPS.fill && paint !== OPS.eoFill ? pen.line : undefined;
          shapes.push({box, fill, line, clip: pen.clip});
        }
        clips = false;
        break;
      }
      case OPS.showText: {
        const glyphs = values[0] as readonly ({readonly unicode?: string} | number)[];
        const text = glyphs.map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? ''))).join('');
        if (text.trim()) runs.push({text, color: pen.fill, opacity: pen.fillOpacity});
        break;
      }
      default:
    }
  }
  return {runs, shapes};
}

const boxOf = (x1: number, y1: number, x2: number, y2: number): PrintedBox => ({
  left: Math.min(x1, x2),
  bottom: Math.min(y1, y2),
  right: Math.max(x1, x2),
  top: Math.max(y1, y2),
});

/** Chromium prints nothing rotated, so two corners are enough. */
function moved([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: Float32Array, [a, , , d, e, f]: Matrix): PrintedBox {
  return boxOf(a * x1 + e, d * y1 + f, a * x2 + e, d * y2 + f);
}

const common = (one: PrintedBox, other: PrintedBox): PrintedBox => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
});

/** How far a box extends beyond another one, in points; 0 or less if it does not. */
export const beyond = (box: PrintedBox, room: PrintedBox): number =>
  Math.max(room.left - box.left, room.bottom - box.bottom, box.right - room.right, box.top - room.top);
