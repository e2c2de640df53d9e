import {createServer, type Plugin, type ServerOptions, type ViteDevServer} from 'vite';
import {classicScript} from './cdn.js';
import {dataFolder} from './data-folder.js';
import {leafletPlugin} from './leaflet-plugin.js';
import {ROOT} from './root.js';

/** Serves the repository with the sources in place of the built files, and reloads a page when they change. */
export async function serveSources(options: ServerOptions): Promise<ViteDevServer> {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    appType: 'mpa',
    logLevel: 'warn',
    plugins: [dataFolder(), leafletPlugin(), builtFromSources()],
    // Otherwise Vite would process the scripts of a page in advance, and use the built files.
    server: {preTransformRequests: false, ...options},
  });
  return server.listen();
}

/** Answers requests for built files from their sources, so that the demo's pages can be as a partner writes them. */
function builtFromSources(): Plugin {
  return {
    name: 'regiokaart:built-from-sources',
    configureServer: ({middlewares}) => {
      middlewares.use(async (request, response, next) => {
        if (request.url?.startsWith('/dist/cdn/regiokaart.classic.js')) {
          try {
            // Made here, because the dev server would serve the source as a module.
            const code = await classicScript();
            response.setHeader('content-type', 'text/javascript');
            response.end(code);
          } catch (error) {
            next(error);
          }
          return;
        }
        request.url = request.url
          ?.replace(/^\/dist\/cdn\/regiokaart\.js/, '/src/cdn/regiokaart.ts')
          .replace(/^\/dist\/demo\/rules\.js/, '/demo/rules.ts');
        next();
      });
    },
  };
}
