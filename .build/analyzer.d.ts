/** The analyzer's reader of Lit's `static properties`, which it has no types for. */
declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): unknown[];
}
