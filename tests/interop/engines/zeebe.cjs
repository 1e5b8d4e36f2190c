// What can be said of the files for Zeebe without Zeebe, whose licence is no open one: the conditions are evaluated by feelin,
// an independent interpreter of FEEL, over the facts of every case, and the way through the gateways must reach the steps
// and the end that the case has; a fact that is missing must give no answer at all. `node zeebe.cjs FOLDER CASES`.

const fs = require('node:fs');
const path = require('node:path');

const OURS = (element, name) => element.$attrs[`reglament:${name}`];

async function main([folder, cases]) {
  const { evaluate } = await import(require.resolve('@bpmn-io/feelin'));
  const { BpmnModdle } = await import(require.resolve('bpmn-moddle'));
  const moddle = new BpmnModdle({ zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json') });
  const processes = new Map();
  for (const name of fs.readdirSync(folder).filter((it) => it.endsWith('.bpmn'))) {
    const { rootElement } = await moddle.fromXML(fs.readFileSync(path.join(folder, name), 'utf8'));
    const process = rootElement.rootElements.find((it) => it.$type === 'bpmn:Process');
    processes.set(`${OURS(process, 'regulation')} ${OURS(process, 'channel')}`, process);
  }
  /** One of several ways, by the conditions; throws where one of them gives neither true nor false. */
  const chosen = (gateway, context) => {
    for (const flow of gateway.outgoing) {
      if (!flow.conditionExpression) continue;
      const { value } = evaluate(flow.conditionExpression.body.slice(1), context);
      if (typeof value !== 'boolean') throw new Error(`an incident at ${gateway.id}`);
      if (value) return flow.targetRef;
    }
    if (!gateway.default) throw new Error(`an incident at ${gateway.id}`);
    return gateway.default.targetRef;
  };
  const walk = (process, context) => {
    const steps = [];
    let at = process.flowElements.find((it) => it.$type === 'bpmn:StartEvent');
    while (at.outgoing?.length) {
      if (OURS(at, 'step')) steps.push([OURS(at, 'step'), group(at)]);
      at = at.$type === 'bpmn:ExclusiveGateway' && at.outgoing.length > 1 ? chosen(at, context) : at.outgoing[0].targetRef;
    }
    return { steps, end: at.id };
  };
  let [count, asked, stopped, differences] = [0, 0, 0, 0];
  for (const line of fs.readFileSync(cases, 'utf8').trim().split('\n')) {
    const one = JSON.parse(line);
    const process = processes.get(`${one.regulation} ${one.channel}`);
    const table = OURS(process, 'facts').split(' ').filter(Boolean).map((pair) => pair.split('='));
    const context = Object.fromEntries(table.map(([variable, fact]) => [variable, one.facts[fact]]));
    if (one.steps === null) continue;
    const expected = { steps: one.steps.map((it) => [it.step, it.actor]), end: `step_${one.end}` };
    const found = walk(process, context);
    // A wait is for something outside, which the engine assigns to nobody.
    const same = JSON.stringify(expected.steps.map((it) => it[0])) === JSON.stringify(found.steps.map((it) => it[0]))
      && found.steps.every(([, actor], at) => actor === undefined || actor === expected.steps[at][1])
      && expected.end === found.end;
    count++;
    if (!same) {
      differences++;
      console.log(`zeebe ${line}\n  found ${JSON.stringify(found)}`);
    }
    for (const [variable] of table) {
      const { [variable]: _, ...rest } = context;
      const first = walkOrStop(walk, process, rest);
      // Only where the way leads past a gateway that asks for it.
      asked++;
      if (first === 'stopped') stopped++;
      else if (JSON.stringify(first) !== JSON.stringify(found)) {
        differences++;
        console.log(`zeebe ${line}\n  went another way without ${variable}: ${JSON.stringify(first)}`);
      }
    }
  }
  console.log(`zeebe, by feelin: ${processes.size} processes, ${count} cases; ${asked} with one fact missing, of which ${stopped} stopped and none went another way; ${differences} differences`);
  process.exitCode = differences > 0 || count === 0 ? 1 : 0;
}

function walkOrStop(walk, process, context) {
  try {
    return walk(process, context);
  } catch (error) {
    if (/incident/.test(error.message)) return 'stopped';
    throw error;
  }
}

/** By whom the engine has it done; `undefined` for a wait. */
function group(element) {
  const values = element.extensionElements?.values ?? [];
  const of = (type) => values.find((it) => it.$type === type);
  if (element.$type === 'bpmn:UserTask') return of('zeebe:AssignmentDefinition')?.candidateGroups ?? null;
  if (element.$type === 'bpmn:ServiceTask') return of('zeebe:TaskDefinition')?.type;
  return undefined;
}

main(process.argv.slice(2));
