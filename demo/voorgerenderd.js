// Renders the element as HTML in a worker, because the renderer replaces globals of the page by its own.
import {prerender} from '../dist/prerender.js';

addEventListener('message', ({data: {id, options}}) => {
  postMessage({id, markup: prerender(options)});
});
postMessage({ready: true});
