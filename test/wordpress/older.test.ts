import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {errorNotices, notices, openVisitors, publish, siteOf} from './visit.js';

const site = siteOf();
const visitor = openVisitors(site);
const plugin = join(site.folder, 'wp-content/plugins/regiokaart');
const NEEDED = 'Regiokaart heeft WordPress 6.5 of nieuwer nodig.';

beforeAll(() => visitor('admin').logIn('admin'));

/** Script modules came with WordPress 6.5. */
describe(`the plug-in in WordPress ${site.version}, which is too old for it`, () => {
  it('is refused by WordPress, which names the version that is needed', async () => {
    const {page, open} = visitor('admin');
    await open('/wp-admin/plugins.php');
    expect(await page.$$('tr[data-plugin="regiokaart/regiokaart.php"] .activate a')).toHaveLength(0);
    const text = await page.$eval('#the-list', (list) => list.textContent?.replace(/\s+/g, ' ') ?? '');
    expect(text).toContain('Cannot Activate');
    expect(text).toContain('does not work with your version of WordPress');
  });

  it('names the version that it needs, in the words of its readme, if it was already active', async () => {
    const admin = visitor('admin');
    // As after a downgrade of WordPress, which keeps the list of active plug-ins.
    await admin.open('/?test-activate');
    await admin.open('/wp-admin/plugins.php');
    const errors = await errorNotices(admin.page);
    // WordPress itself shows a message on that page too.
    expect(errors.filter((error) => error.startsWith('Regiokaart'))).toEqual([expect.stringContaining(NEEDED)]);
    expect(readFileSync(join(plugin, 'readme.txt'), 'utf8')).toContain(NEEDED);
  });

  it('gives visitors the link, and breaks nothing', async () => {
    const {link} = await publish(site, 'admin', '[regiokaart postcode="1316"]');
    const {page, open, problems} = visitor('bezoeker');
    await open(link);
    expect(await page.$eval('regio-kaart', ({innerText}) => innerText)).toBe(
      'Vind de werkgeversorganisatie in jouw regio',
    );
    expect(problems()).toEqual([]);
    expect(notices(site)).toBe('');
  });
});
