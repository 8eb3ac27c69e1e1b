// node matrix.mjs PAGES.json OUTPUT none|few|all
// Judges each page of the list: Nu HTML checker (0 messages but info), axe (WCAG 2.2 AA, 0 violations; wide and narrow, light and
// dark, each with a picture), Lighthouse (scores as below). Exits 0 only if every bar holds.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';
import lighthouse, { desktopConfig } from 'lighthouse';
import { score } from './score.mjs';

const require = createRequire(import.meta.url);
const [list, output, extent] = process.argv.slice(2);
const pages = JSON.parse(fs.readFileSync(list, 'utf8'));
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const BARS = { accessibility: 0.98, 'best-practices': 0.98, seo: 0.98, performance: 0.95 };
let failures = 0;
const fail = (what) => { failures++; console.log(`FAILS  ${what}`); };

async function nu() {
  const folder = path.join(output, 'html');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const page of pages) {
    const answer = await fetch(page.address);
    const text = await answer.text();
    page.bytes = Buffer.byteLength(text);
    page.status = answer.status;
    fs.writeFileSync(path.join(folder, `${page.kind}-${page.language}.html`), text);
    if (page.bytes > 60_000) fail(`${page.kind} ${page.language}: ${page.bytes} bytes, more than 60,000`);
  }
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');
  let said = '';
  try {
    said = execFileSync('java', ['-Xss1m', '-jar', jar, '--format', 'json', '--stdout', folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    said = error.stdout ?? '';
  }
  const messages = JSON.parse(said || '{"messages":[{"type":"error","message":"the checker said nothing"}]}').messages;
  for (const message of messages.filter((one) => one.type === 'error' || one.subType === 'warning')) {
    fail(`Nu ${path.basename(message.url ?? '')}:${message.lastLine} ${message.message}`);
  }
  console.log(`Nu HTML checker: ${pages.length} pages, ${messages.length} messages`);
}

async function accessible(browser) {
  let runs = 0;
  for (const page of pages) {
    const tab = await browser.newPage();
    await tab.setBypassCSP(true);
    const errors = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    for (const scheme of ['light', 'dark']) {
      for (const width of [1280, 360]) {
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await tab.setViewport({ width, height: width > 700 ? 1000 : 740 });
        await tab.goto(page.address, { waitUntil: 'load' });
        const name = `${page.kind} ${page.language} ${width} ${scheme}`;
        // Before axe, which leaves short pages that are read from the right scrolled aside.
        await tab.screenshot({ path: path.join(output, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
        await tab.evaluate(axe);
        const result = await tab.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
        result.violations.forEach((one) => fail(`axe ${name}: ${one.id}: ${one.nodes.map((node) => node.target).join(' | ')}`));
        if (await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) fail(`${name}: scrolls sideways`);
        runs++;
      }
    }
    errors.forEach((error) => fail(`${page.kind} ${page.language}: ${error}`));
    await tab.close();
  }
  console.log(`axe ${TAGS.join(',')}: ${runs} runs`);
}

async function judged(browser, page, form) {
  const tab = await browser.newPage();
  const result = await lighthouse(
    page.address,
    // What is gone or never was is answered with 410 and 404, and is judged all the same.
    { output: 'json', logLevel: 'error', onlyCategories: Object.keys(BARS), ignoreStatusCode: true },
    form === 'desktop' ? desktopConfig : undefined,
    tab);
  await tab.close();
  return result.lhr;
}

async function scored(browser) {
  const chosen = pages.filter((page) => extent === 'all' || extent === 'few' && ['front', 'article', 'story', 'search'].includes(page.kind));
  const lowest = {};
  for (const page of chosen) {
    for (const form of ['mobile', 'desktop']) {
      const report = await judged(browser, page, form);
      for (const [category, bar] of Object.entries(BARS)) {
        // What is gone, never was or was searched for must not be listed, so it cannot do well in search.
        if (category === 'seo' && !['front', 'article', 'section', 'source', 'about', 'empty'].includes(page.kind)) continue;
        const reached = score(report, category, page);
        lowest[category] = Math.min(lowest[category] ?? 1, reached);
        if (reached < bar) {
          const audits = report.categories[category].auditRefs.map((one) => report.audits[one.id])
            .filter((audit) => audit.score !== null && audit.score < 0.9).map((audit) => audit.id);
          fail(`Lighthouse ${page.kind} ${page.language} ${form}: ${category} ${reached} (${audits.join(', ')})`);
        }
      }
    }
  }
  console.log(`Lighthouse: ${chosen.length * 2} pages, lowest ${JSON.stringify(lowest)}`);
}

await nu();
const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ['--no-sandbox'] });
try {
  await accessible(browser);
  await scored(browser);
} finally {
  await browser.close();
}
console.log(`heaviest page: ${Math.max(...pages.map((page) => page.bytes))} bytes`);
console.log(failures === 0 ? 'every bar holds' : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
