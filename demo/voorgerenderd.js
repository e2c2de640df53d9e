// Renders the element as HTML, away from the page: what renders it brings a document of its own.
import {prerender} from '../dist/prerender.js';

addEventListener('message', ({data: {id, options}}) => {
  postMessage({id, markup: prerender(options)});
});
postMessage({ready: true});
