/** The only door of the engine. */
export * from './types';
export { createLinter, DEFAULT_CONFIG, RULES } from './engine';
