import {allowConsole, equal, openLine, openPage, waitFor} from '../../helpers/index.js';

interface Page extends Window {
  lookupPoint?: (lonLat: [number, number]) => Promise<{readonly id: string} | null>;
}

describe('lookupPoint()', () => {
  for (const part of ['core/region-finder', 'data/outlines']) {
    it(`fails while ${part} cannot be loaded, and answers at the next call`, async () => {
      allowConsole(/503|Failed to load|import|loading/i);
      const line = await openLine({path: part, status: 503});
      const {document, window} = await openPage({body: ''});
      const script = document.createElement('script');
      script.type = 'module';
      script.textContent = `import {lookupPoint} from '${line.url('/src/lookup.ts')}'; window.lookupPoint = lookupPoint;`;
      document.body.append(script);
      const {lookupPoint} = await waitFor(() => (window as Page).lookupPoint && (window as Page), 'the module');
      let failed = 0;
      for (let call = 0; call < 2; call++) await lookupPoint?.([5.22, 52.37]).catch(() => failed++);
      equal(failed, 2, 'calls that failed');
      await line.rules();
      equal((await lookupPoint?.([5.22, 52.37]))?.id, 'flevoland');
    });
  }
});
