/** The package's version, read from its manifest when the bundle is made. */
import { version } from '../../package.json';

export const VERSION: string = version;
