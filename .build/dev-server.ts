import {createServer, type Plugin, type ServerOptions, type ViteDevServer} from 'vite';
import {classicScript} from './cdn.js';
import {dataFolder} from './data-folder.js';
import {leafletPlugin} from './leaflet-plugin.js';
import {ROOT} from './root.js';

/** Serves the repository with the sources in the place of the built files, and reloads a page when they change. */
export async function serveSources(options: ServerOptions): Promise<ViteDevServer> {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    appType: 'mpa',
    logLevel: 'warn',
    plugins: [dataFolder(), leafletPlugin(), builtFromSources()],
    // Vite would look at the scripts of a page by itself, and finds the built files there.
    server: {preTransformRequests: false, ...options},
  });
  return server.listen();
}

/** Answers requests for built files from their sources, so that the demo's pages stay as a partner writes them. */
function builtFromSources(): Plugin {
  return {
    name: 'regiokaart:built-from-sources',
    configureServer: ({middlewares}) => {
      middlewares.use(async (request, response, next) => {
        if (request.url?.startsWith('/dist/cdn/regiokaart.classic.js')) {
          try {
            // A plain script: what the dev server makes of a source is a module.
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
