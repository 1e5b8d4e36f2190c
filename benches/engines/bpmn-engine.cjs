// Events a second of npm's bpmn-engine: `node bpmn-engine.cjs FILE SECONDS`.
const fs = require('node:fs');
const { EventEmitter, once } = require('node:events');
const { Engine } = require('bpmn-engine');

async function main([file, seconds]) {
  const { BpmnModdle } = await import(require.resolve('bpmn-moddle'));
  // The file is read once, for all cases; the plain one, said to be executable.
  const source = fs.readFileSync(file, 'utf8').replace('isExecutable="false"', 'isExecutable="true"');
  const moddleContext = await new BpmnModdle().fromXML(source);
  let events = 0;
  const started = performance.now();
  const spent = () => (performance.now() - started) / 1000;
  while (spent() < Number(seconds)) {
    const engine = new Engine({ name: 'case', moddleContext });
    const listener = new EventEmitter();
    listener.on('activity.wait', (activity) => {
      if (activity.type === 'bpmn:BoundaryEvent') return;
      events++;
      setImmediate(() => activity.signal());
    });
    const end = once(engine, 'end');
    await engine.execute({ listener });
    await end;
  }
  console.log(events / spent());
  process.exit(0);
}

main(process.argv.slice(2));
