/** Exit statuses, documented in docs/CLI.md. */
export const EXIT = { clean: 0, findings: 1, error: 2 } as const;

/** The caller asked for something that cannot be done. Its message is one clear line; the exit status is 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Output that cannot be written, because a disk is full or a device fails. */
export class OutputError extends InputError {
  constructor(
    readonly where: string,
    readonly why: string,
  ) {
    super(`${where}: ${why}`);
  }
}

/** The reason of a failed system call, without the call's own path and code decoration. */
export function reason(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder';
    case 'ELOOP':
      return 'too many symbolic links';
    case 'ENOTDIR':
      return 'a part of the path is not a folder';
    case 'ENOSPC':
      return 'no space left on the device';
    case 'EDQUOT':
      return 'no space left in the quota';
    case 'EFBIG':
      return 'grows larger than files may be here';
    case 'EROFS':
      return 'the file system is read-only';
    case 'EIO':
      return 'the device reports an error';
    default:
      return typeof code === 'string' ? code : error instanceof Error ? error.message : String(error);
  }
}
