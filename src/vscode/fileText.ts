/** Text of a file that no editor holds open, as the editor would show it. */
import * as vscode from 'vscode';

/** So many bytes are looked at for a NUL, which no text has. */
const LOOKED_AT = 8192;

/**
 * UTF-8 is read here, which is nearly every file; anything else (UTF-16, an encoding of the settings, broken bytes) is the editor's to
 * decode. Null where the editor would refuse to show the file as text.
 */
export async function textFrom(uri: vscode.Uri, bytes: Uint8Array): Promise<string | null> {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!marked && bytes.subarray(0, LOOKED_AT).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return vscode.workspace.decode(bytes, { uri }).then(undefined, () => null);
  }
}
