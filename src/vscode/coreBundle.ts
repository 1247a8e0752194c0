/** The door of `dist/core.js`: the engine, the Q&A and the YAML parser, loaded by `core.ts` when the first document is read. */
export { createLinter, RULES } from '../core';
export { card, cardPage, CARDS, PRECEDENTS, term } from '../core/cards';
export { completeConfig, ConfigResolver, hoverConfig } from '../core/config';
export { parseConfigFile } from '../core/config/parse';
export { withSeverity } from './commands/severityEdit';
export { stringify } from 'yaml';
