/**
 * The configuration of a workspace: `.fastenough.yaml`, found and laid over each other the same way in the command line, the editor and the
 * language server. Reading files is the caller's; this side never touches a disk. The YAML parser is loaded with the first file that exists.
 */
export * from './config/model';
export { ConfigResolver, parentFolder, resolveConfig, type ReadConfig, type ResolveOptions } from './config/resolve';
export { explainConfig, originText, type ExplainedValue } from './config/explain';
export { isChecked, patternProblem } from './config/patterns';
export { OPTIONS, PHRASE_KEYS, THRESHOLDS, UNLESS_KEYS, type OptionSpec } from './config/options';
export { EVIDENCE_KINDS, PROFILES, SECTION_ROLES, SEVERITIES } from './config/vocabulary';
export { completeConfig, hoverConfig, type ConfigCompletion, type ConfigHover } from './config/complete';
export { configSchema } from './config/schema';
export { configReference, configTemplate } from './config/template';
