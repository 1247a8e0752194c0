// Rules -> the setting `fastEnough.rules` in package.json, with one line per rule in package.nls.json. Translations are written by hand.
import { readFile } from 'node:fs/promises';
import { loadEngine } from './engine.mjs';

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];

export const manifestStep = {
  name: 'manifest',
  async run() {
    const { RULES } = await loadEngine();
    const manifest = JSON.parse(await readFile('package.json', 'utf8'));
    const words = JSON.parse(await readFile('package.nls.json', 'utf8'));
    const setting = manifest.contributes.configuration[0].properties['fastEnough.rules'];
    setting.properties = Object.fromEntries(RULES.map((rule) => [rule.id, { enum: SEVERITIES, description: `%rule.${rule.id}%` }]));
    const others = Object.entries(words).filter(([key]) => !key.startsWith('rule.'));
    const titles = RULES.map((rule) => [`rule.${rule.id}`, `${rule.question}: ${rule.title} (${rule.severity})`]);
    return new Map([
      ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
      ['package.nls.json', `${JSON.stringify(Object.fromEntries([...others, ...titles]), null, 2)}\n`],
    ]);
  },
};
