/** The file for the script tag: everything except the parts that are loaded later. */
import '../define.js';
