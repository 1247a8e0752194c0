// The generator's steps in order. A step is `{ name, run(): Promise<Map<path, content>> }`; content null means the file must not exist.
// Adding a step is one line here. Steps that load the engine stand last, because the engine contains what the others write.
import { cardsStep } from './cards.mjs';
import { l10nStep } from './l10n.mjs';
import { lexiconStep } from './lexicon.mjs';
import { licencesStep } from './licences.mjs';
import { manifestStep } from './manifest.mjs';
import { readmeStep, ruleDocsStep, ruleIndexStep } from './rules.mjs';
import { doorDocsStep, schemasStep } from './doors.mjs';
import { screenStep } from './screen.mjs';
import { templatesStep } from './templates.mjs';
import { modelStep } from './model.mjs';
import { termsStep } from './terms.mjs';

export const STEPS = [
  lexiconStep,
  screenStep,
  modelStep,
  cardsStep,
  termsStep,
  templatesStep,
  ruleIndexStep,
  ruleDocsStep,
  readmeStep,
  schemasStep,
  doorDocsStep,
  manifestStep,
  l10nStep,
  licencesStep,
];
