// BPMN files in the hands of bpmn-moddle, bpmnlint and bpmn-js (viewer and modeler, in headless Chromium).
// Nothing may be warned of, and what the modeler saves must have every element, in its place.
const fs = require('fs');
const path = require('path');

const [modules, ...files] = process.argv.slice(2);

// Every element with what it says and where it is drawn, whatever the order and the spelling of the file.
function facts(definitions) {
  const all = {};
  const seen = new Set();
  (function walk(element) {
    if (!element || typeof element !== 'object' || seen.has(element)) return;
    seen.add(element);
    if (element.$type && element.id) {
      all[element.id] = JSON.stringify({
        type: element.$type, name: element.name, text: element.body, x: element.bounds && [element.bounds.x, element.bounds.y, element.bounds.width, element.bounds.height],
        label: element.label && element.label.bounds && [element.label.bounds.x, element.label.bounds.y, element.label.bounds.width, element.label.bounds.height],
        way: element.waypoint && element.waypoint.map((p) => [p.x, p.y]),
        condition: element.conditionExpression && element.conditionExpression.body,
        timer: element.timeDuration && element.timeDuration.body,
        documentation: element.documentation && element.documentation.map((d) => d.text),
        fallback: element.default && element.default.id,
        held: element.flowNodeRef && element.flowNodeRef.map((n) => n.id).sort(),
        from: element.sourceRef && element.sourceRef.id, to: element.targetRef && element.targetRef.id,
      });
    }
    for (const key of Object.keys(element)) {
      const value = element[key];
      if (Array.isArray(value)) value.forEach(walk); else walk(value);
    }
  })(definitions);
  return all;
}

async function main() {
  const { BpmnModdle } = await import(path.join(modules, 'bpmn-moddle/dist/index.js')).catch(() => import(path.join(modules, 'bpmn-moddle/dist/index.esm.js')));
  const { Linter } = require(path.join(modules, 'bpmnlint'));
  const NodeResolver = require(path.join(modules, 'bpmnlint/lib/resolver/node-resolver'));
  const { chromium } = require(path.join(modules, 'playwright-core'));
  let wrong = 0;
  const say = (file, what) => { wrong += 1; console.log(`${file}: ${what}`); };
  const moddle = new BpmnModdle();
  // A new one each time: some of its rules remember the elements of the file before.
  const linter = () => new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver({ require: (id) => require(require.resolve(id, { paths: [modules] })) }) });

  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  page.on('console', (message) => { if (['warning', 'error'].includes(message.type())) say('bpmn-js', message.text()); });
  page.on('pageerror', (error) => say('bpmn-js', error.message));
  await page.setContent('<div id="viewer" style="width:2000px;height:1500px"></div><div id="modeler" style="width:2000px;height:1500px"></div>');
  await page.addScriptTag({ path: path.join(modules, 'bpmn-js/dist/bpmn-viewer.production.min.js') });
  await page.evaluate(() => { window.Viewer = window.BpmnJS; });
  await page.addScriptTag({ path: path.join(modules, 'bpmn-js/dist/bpmn-modeler.production.min.js') });
  await page.evaluate(() => {
    window.viewer = new window.Viewer({ container: '#viewer' });
    window.modeler = new window.BpmnJS({ container: '#modeler' });
  });

  for (const file of files) {
    const xml = fs.readFileSync(file, 'utf8');
    const { rootElement, warnings } = await moddle.fromXML(xml);
    warnings.forEach((warning) => say(file, `bpmn-moddle: ${warning.message}`));
    const report = await linter().lint(rootElement);
    for (const [rule, findings] of Object.entries(report)) {
      findings.forEach((finding) => say(file, `bpmnlint ${rule}: ${finding.id} ${finding.message}`));
    }
    const opened = await page.evaluate(async (xml) => {
      const viewed = await window.viewer.importXML(xml);
      const modelled = await window.modeler.importXML(xml);
      const saved = await window.modeler.saveXML({ format: true });
      return { warnings: [...viewed.warnings, ...modelled.warnings].map((w) => w.message), xml: saved.xml };
    }, xml);
    opened.warnings.forEach((warning) => say(file, `bpmn-js: ${warning}`));
    const before = facts(rootElement);
    const after = facts((await moddle.fromXML(opened.xml)).rootElement);
    for (const id of Object.keys(before)) {
      if (after[id] !== before[id]) say(file, `the modeler changed ${id}: ${before[id]} -> ${after[id]}`);
    }
  }
  await browser.close();
  console.log(`${files.length} files, ${wrong} complaints`);
  process.exit(wrong ? 1 : 0);
}

main().catch((error) => { console.error(error); process.exit(1); });
