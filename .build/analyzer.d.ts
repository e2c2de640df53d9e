/** Types for the analyzer's plugin for Lit's `static properties`, which has none. */
declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): unknown[];
}
