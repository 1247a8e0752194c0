import { parse } from '@typescript-eslint/typescript-estree';
export { parse };
