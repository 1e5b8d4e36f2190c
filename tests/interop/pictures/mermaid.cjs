// The same procedures drawn by mermaid's `swimlane-beta` in headless Chromium, measured as ours are: crossings and bends.
const fs = require('fs');
const path = require('path');

const [modules, folder] = process.argv.slice(2);

// The graph of one of our BPMN files.
function graph(xml) {
  const pick = (pattern) => [...xml.matchAll(pattern)];
  const lanes = pick(/<lane id="([^"]+)"[^>]*>([\s\S]*?)<\/lane>/g).map((m) => ({ id: m[1], nodes: [...m[2].matchAll(/<flowNodeRef>([^<]+)</g)].map((n) => n[1]).filter((n) => n.startsWith('step_')) }));
  const flows = pick(/<sequenceFlow ([^>]*?)\/?>/g).map((m) => [/sourceRef="([^"]+)"/.exec(m[1])[1], /targetRef="([^"]+)"/.exec(m[1])[1]]).filter(([s]) => s.startsWith('step_'));
  return { lanes, flows };
}

function swimlanes({ lanes, flows }) {
  const key = (id) => id.replace(/[^A-Za-z0-9_]/g, '_');
  const lines = ['swimlane-beta TB'];
  for (const lane of lanes) {
    lines.push(`  subgraph ${key(lane.id)}["${key(lane.id)}"]`, ...lane.nodes.map((n) => `    n_${key(n)}["${key(n).slice(5, 30)}"]`), '  end');
  }
  flows.forEach(([s, t]) => lines.push(`  n_${key(s)} --> n_${key(t)}`));
  return lines.join('\n');
}

// Bends and crossings of the same arrows in our own file.
function ours(xml) {
  const ways = [...xml.matchAll(/<bpmndi:BPMNEdge [^>]*bpmnElement="(flow_[^"]+)"[^>]*>([\s\S]*?)<\/bpmndi:BPMNEdge>/g)].map((m) => ({
    id: m[1], target: new RegExp(`<sequenceFlow id="${m[1]}"[^>]*targetRef="([^"]+)"`).exec(xml)[1],
    at: [...m[2].matchAll(/<di:waypoint x="([^"]+)" y="([^"]+)"/g)].map((w) => [Number(w[1]), Number(w[2])]),
  })).filter((way) => !way.target.startsWith('over_'));
  let crossings = 0;
  const pieces = ways.map((way) => way.at.slice(1).map((q, i) => [way.at[i], q]));
  for (let i = 0; i < ways.length; i += 1) for (let j = i + 1; j < ways.length; j += 1) {
    if (ways[i].target === ways[j].target) continue;
    crossings += pieces[i].some(([p, q]) => pieces[j].some(([r, s]) => cross(p, q, r, s)));
  }
  return { edges: ways.length, bends: ways.reduce((sum, way) => sum + way.at.length - 2, 0), crossings };
}

function cross(p, q, r, s) {
  const o = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  return o(p, q, r) * o(p, q, s) < 0 && o(r, s, p) * o(r, s, q) < 0;
}

async function main() {
  const { chromium } = require(path.join(modules, 'playwright-core'));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.setContent('<div id="m"></div>');
  await page.addScriptTag({ path: path.join(modules, 'mermaid/dist/mermaid.min.js') });
  let diagrams = 0, edges = 0, bends = 0, crossings = 0;
  const own = { edges: 0, bends: 0, crossings: 0 };
  const failures = [];
  for (const file of fs.readdirSync(folder).filter((f) => f.endsWith('.ru.bpmn')).sort()) {
    const drawn = await page.evaluate(async (text) => {
      try {
        window.mermaid.initialize({ startOnLoad: false, securityLevel: 'loose' });
        const { svg } = await window.mermaid.render(`g${Math.floor(performance.now())}`, text);
        const holder = document.getElementById('m');
        holder.innerHTML = svg;
        const paths = [...holder.querySelectorAll('path.flowchart-link, .edgePaths path, path[data-edge]')];
        return { paths: [...new Set(paths)].map((p) => {
          const length = p.getTotalLength();
          const at = [];
          for (let s = 0; s <= 400; s += 1) { const q = p.getPointAtLength(length * s / 400); at.push([q.x, q.y]); }
          return at;
        }) };
      } catch (error) { return { error: error.message }; }
    }, swimlanes(graph(fs.readFileSync(path.join(folder, file), 'utf8'))));
    if (drawn.error) { failures.push(`${file}: ${drawn.error.split('\n')[0]}`); continue; }
    diagrams += 1;
    const mine = ours(fs.readFileSync(path.join(folder, file), 'utf8'));
    for (const key of Object.keys(own)) own[key] += mine[key];
    edges += drawn.paths.length;
    // A bend: the direction turns by 30 degrees or more over a short piece.
    const turns = (pts) => {
      let count = 0, last = null;
      for (let i = 8; i < pts.length; i += 8) {
        const a = Math.atan2(pts[i][1] - pts[i - 8][1], pts[i][0] - pts[i - 8][0]);
        if (last !== null) { const d = Math.abs(Math.atan2(Math.sin(a - last), Math.cos(a - last))); if (d > Math.PI / 6) { count += 1; last = a; continue; } }
        last = a;
      }
      return count;
    };
    bends += drawn.paths.reduce((sum, pts) => sum + turns(pts), 0);
    for (let i = 0; i < drawn.paths.length; i += 1) for (let j = i + 1; j < drawn.paths.length; j += 1) {
      let met = false;
      for (let a = 4; a < 397 && !met; a += 1) for (let b = 4; b < 397 && !met; b += 1) met = cross(drawn.paths[i][a], drawn.paths[i][a + 1], drawn.paths[j][b], drawn.paths[j][b + 1]);
      crossings += met;
    }
  }
  await browser.close();
  failures.forEach((failure) => console.log(`mermaid fails: ${failure}`));
  console.log(`mermaid swimlane-beta: ${diagrams} diagrams, crossings a diagram ${(crossings / diagrams).toFixed(2)}, bends an arrow ${(bends / edges).toFixed(2)}`);
  console.log(`the same in our files:  ${diagrams} diagrams, crossings a diagram ${(own.crossings / diagrams).toFixed(2)}, bends an arrow ${(own.bends / own.edges).toFixed(2)}`);
  if (!diagrams || own.crossings >= crossings || own.bends / own.edges >= bends / edges) {
    console.log('mermaid is as good or better');
    process.exit(1);
  }
}

main().catch((error) => { console.error(error); process.exit(1); });
