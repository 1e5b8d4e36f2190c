// HTML pages in headless Chromium: nothing is asked of the network, nothing said on the console, axe-core finds nothing,
// the first key leads past the contents, and paper takes it. And mermaid reads the mermaid files and those in Markdown.
const fs = require('fs');
const path = require('path');

const [modules, folder] = process.argv.slice(2);
const problems = [];
const files = (ending) => fs.readdirSync(folder).filter((file) => file.endsWith(ending)).sort();

async function look(browser, file) {
  const page = await browser.newPage();
  const url = `file://${path.resolve(folder, file)}`;
  const say = (text) => problems.push(`${file}: ${text}`);
  page.on('request', (request) => { if (request.url() !== url && !request.url().startsWith('data:')) say(`asks for ${request.url()}`); });
  page.on('console', (message) => say(`console: ${message.text()}`));
  page.on('pageerror', (error) => say(`error: ${error.message}`));
  page.on('dialog', (dialog) => { say('a dialog'); dialog.dismiss(); });
  await page.goto(url);
  const seen = await page.evaluate(() => ({
    scripts: document.scripts.length,
    handlers: [...document.querySelectorAll('*')].filter((it) => [...it.attributes].some((a) => a.name.startsWith('on'))).length,
    main: document.querySelectorAll('main').length,
    nav: document.querySelectorAll('nav[aria-label]').length,
    headings: [...document.querySelectorAll('h1,h2,h3,h4')].map((it) => Number(it.tagName[1])),
    pictures: [...document.querySelectorAll('svg')].filter((it) => !it.querySelector(':scope > title') || !it.querySelector(':scope > desc')).length,
    twice: (() => { const ids = [...document.querySelectorAll('[id]')].map((it) => it.id); return ids.filter((id, at) => ids.indexOf(id) !== at); })(),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
    lost: [...document.querySelectorAll('nav a')].filter((it) => !document.getElementById(it.getAttribute('href').slice(1))).length,
  }));
  if (seen.scripts || seen.handlers) say('has scripts');
  if (seen.main !== 1 || seen.nav !== 1) say('landmarks');
  if (seen.headings[0] !== 1 || seen.headings.filter((level) => level === 1).length !== 1) say('not one highest heading');
  seen.headings.forEach((level, at) => { if (at && level > seen.headings[at - 1] + 1) say(`heading ${level} under ${seen.headings[at - 1]}`); });
  if (seen.pictures) say('a picture without title or description');
  if (seen.twice.length) say(`ids twice: ${seen.twice.slice(0, 3)}`);
  if (seen.wide) say('wider than the window');
  if (seen.lost) say('contents lead nowhere');
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.className);
  if (first !== 'skip') say('the first key does not lead past the contents');
  await page.addScriptTag({ path: path.join(modules, 'axe-core/axe.min.js') });
  const found = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  for (const it of found.violations) say(`axe: ${it.id} (${it.nodes.length}): ${it.nodes[0].html.slice(0, 120)}`);
  const paper = await page.pdf({ preferCSSPageSize: true });
  fs.writeFileSync(path.join(folder, file.replace(/html$/, 'printed.pdf')), paper);
  await page.close();
}

async function read(browser, name, text) {
  const page = await browser.newPage();
  await page.setContent('<div id="m"></div>');
  await page.addScriptTag({ path: path.join(modules, 'mermaid/dist/mermaid.min.js') });
  const wrong = await page.evaluate(async (text) => {
    try {
      window.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
      await window.mermaid.parse(text);
      const { svg } = await window.mermaid.render('drawn', text);
      const holder = document.getElementById('m');
      holder.innerHTML = svg;
      const strange = holder.querySelector('script, img, [onerror], [onclick]');
      return strange ? `markup of a name came through: ${strange.outerHTML.slice(0, 80)}` : null;
    } catch (error) { return error.message.split('\n').slice(0, 2).join(' '); }
  }, text);
  if (wrong) problems.push(`${name}: mermaid: ${wrong}`);
  await page.close();
}

async function main() {
  const { chromium } = require(path.join(modules, 'playwright-core'));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  const pages = files('.html');
  for (const file of pages) await look(browser, file);
  let drawn = 0;
  for (const file of files('.mmd')) { await read(browser, file, fs.readFileSync(path.join(folder, file), 'utf8')); drawn += 1; }
  for (const file of files('.md')) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    for (const [, inside] of text.matchAll(/```mermaid\n([\s\S]*?)```/g)) { await read(browser, file, inside); drawn += 1; }
  }
  await browser.close();
  problems.forEach((text) => console.log(text));
  console.log(`${pages.length} pages, ${drawn} mermaid diagrams, ${problems.length} problems`);
  process.exit(problems.length || !pages.length || !drawn ? 1 : 0);
}

main();
