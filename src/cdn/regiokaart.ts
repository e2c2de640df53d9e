/** The file for the script tag: everything but what is fetched later. */
import '../define.js';
