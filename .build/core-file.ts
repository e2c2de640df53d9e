import type {Rolldown} from 'vite';

const ENTRY = 'src/cdn/regiokaart.ts';

/** The bundler's information about its modules. */
interface Modules {
  getModuleInfo(id: string): Rolldown.ModuleInfo | null;
}

/**
 * For `output.codeSplitting`: puts the modules that the entry needs, and those that two or more later parts need, into one
 * file `core-<hash>.js`. A part then imports only that file, which every page has already loaded, so that a part that fails
 * can be requested again by itself.
 *
 * The entry contains only an import of the core. No file imports the entry, so a query in its address, as WordPress adds
 * it, does not load anything twice.
 *
 * @returns The name of the file that a module goes into; null to let the bundler choose.
 */
export function coreFile(id: string, modules: Modules): string | null {
  if (isEntry(id)) return null;
  const starts = startsOf(id, modules);
  return starts.size > 1 || [...starts].some(isEntry) ? 'core' : null;
}

const isEntry = (id: string) => id.endsWith(ENTRY);

/** The modules that reach a module by static imports only: the entry, and targets of `import()`. */
function startsOf(id: string, modules: Modules, seen = new Set<string>()): Set<string> {
  const starts = new Set<string>();
  const info = modules.getModuleInfo(id);
  if (!info || seen.has(id)) return starts;
  seen.add(id);
  if (info.isEntry || info.dynamicImporters.length > 0) starts.add(id);
  for (const importer of info.importers) {
    for (const start of startsOf(importer, modules, seen)) starts.add(start);
  }
  return starts;
}
