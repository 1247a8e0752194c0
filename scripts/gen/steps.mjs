// The generator's steps in order. A step is `{ name, run(): Promise<Map<path, content>> }`; adding one is one line here.
import { cardsStep } from './cards.mjs';
import { lexiconStep } from './lexicon.mjs';
import { termsStep } from './terms.mjs';

export const STEPS = [lexiconStep, cardsStep, termsStep];
