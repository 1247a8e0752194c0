/** The compiler is the one we bundle, so every feature that typescript-estree asks for is there and nothing needs `semver`. */
export const typescriptVersionIsAtLeast: Readonly<Record<string, boolean>> = new Proxy({}, { get: (_, version) => version !== '6.1' });
