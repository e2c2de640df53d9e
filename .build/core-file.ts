import type {Rolldown} from 'vite';

const ENTRY = 'src/cdn/regiokaart.ts';

/** What the bundler tells of its modules. */
interface Modules {
  getModuleInfo(id: string): Rolldown.ModuleInfo | null;
}

/**
 * For `output.codeSplitting`: puts what the entry needs, and what two or more of the later parts need, into one file
 * `core-<hash>.js`. So a part imports that file alone, which every page has loaded before: when a part fails it can be
 * tried again by itself.
 *
 * The entry is left with an import of the core. No file imports the entry, so a query on its address, as WordPress
 * writes it, makes no second copy of anything.
 *
 * @returns The name of the file that a module goes into; null where the bundler is to choose.
 */
export function coreFile(id: string, modules: Modules): string | null {
  if (isEntry(id)) return null;
  const starts = startsOf(id, modules);
  return starts.size > 1 || [...starts].some(isEntry) ? 'core' : null;
}

const isEntry = (id: string) => id.endsWith(ENTRY);

/** The modules from which a module is reached by static imports alone: the entry, and what is imported by `import()`. */
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
