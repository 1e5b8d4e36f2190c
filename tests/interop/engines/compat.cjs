// Files in the hands of bpmnlint with the rules of one version of Camunda: `node compat.cjs FOLDER PROFILE`.

const fs = require('node:fs');
const path = require('node:path');

async function main([folder, profile]) {
  const { BpmnModdle } = await import(require.resolve('bpmn-moddle'));
  const { Linter } = require('bpmnlint');
  const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
  const linter = new Linter({
    config: { extends: `plugin:camunda-compat/${profile}` },
    resolver: new NodeResolver({ require }),
  });
  const moddle = new BpmnModdle({
    ...(profile.startsWith('camunda-cloud')
      ? { zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json') }
      : { camunda: require('camunda-bpmn-moddle/resources/camunda.json') }),
    modeler: MODELER,
  });
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.bpmn'));
  let found = 0;
  for (const name of files) {
    const { rootElement, warnings } = await moddle.fromXML(fs.readFileSync(path.join(folder, name), 'utf8'));
    const results = await linter.lint(rootElement);
    const findings = Object.entries(results).flatMap(([rule, all]) => all.map((it) => `${rule}: ${it.id} ${it.message}`));
    for (const line of [...warnings.map((it) => it.message), ...findings]) {
      console.log(`${name}: ${line}`);
      found++;
    }
  }
  console.log(`camunda-compat ${profile}: ${files.length} files, ${found} findings`);
  process.exitCode = found > 0 || files.length === 0 ? 1 : 0;
}

/** The two attributes by which a modeler says for what it modelled. */
const MODELER = {
  name: 'Modeler',
  prefix: 'modeler',
  uri: 'http://camunda.org/schema/modeler/1.0',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Definitions',
      extends: ['bpmn:Definitions'],
      isAbstract: true,
      properties: ['executionPlatform', 'executionPlatformVersion'].map((name) => ({ name, isAttr: true, type: 'String' })),
    },
  ],
};

main(process.argv.slice(2));
