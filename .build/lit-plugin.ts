import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';

type Cut = readonly [from: string | RegExp, to: string];

const TEMPLATE_MODULE = fileURLToPath(new URL('./lit-template.ts', import.meta.url));

/** Changes to the production builds that `lit` 3.3.3 consists of, by the end of the file's path. */
const CUTS: Record<string, readonly Cut[]> = {
  'lit-html/lit-html.js': [
    // No policy, no markup: nodes are made one by one (see lit-template.ts).
    ['const t=globalThis,i=t=>t,s=t.trustedTypes,', 'const '],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source file
      'e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0,h="$lit$",o=`lit$${Math.random().toFixed(9).slice(2)}$`,n="?"+o,r=`<${n}>`,',
      '',
    ],
    [/,f="\[ \\t\\n\\f\\r\]",v=.*?,y=\/\^\(\?:script\|style\|textarea\|title\)\$\/i,/, ','],
    [
      /function V\(t,i\)\{.*?static createElement\(t,i\)\{[^}]*\}\}/,
      'class S{constructor({strings:t}){Object.assign(this,buildTemplate(t,{"":H,".":I,"@":z}))}}',
    ],
    [
      'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
      'const{values:i}=t,e=this._$AC(t);',
    ],
    // No directives.
    [/function M\(t,i,s=t,e\)\{.*?,h,e\)\),i\}/, ''],
    ['t=M(this,t,i),a(t)?', 'a(t)?'],
    ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    [/class Z\{.*?\}(?=const j=)/, ''],
    [/const j=\{.*?\},B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),/, ''],
    [/export\{j as _\$LH,/, 'export{'],
    ['(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
    // An attribute is one value or none of our business (minify-literals.ts checks that).
    [
      ',s.length>2||""!==s[0]||""!==s[1]?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=A',
      ',this._$AH=A',
    ],
    [
      /_\$AI\(t,i=this,s,e\)\{const h=this\.strings;.*?o&&!e&&this\.j\(t\)\}/,
      '_$AI(t){(!a(t)||t!==this._$AH)&&this.j(this._$AH=t)}',
    ],
    [
      'p(t){let i=0;for(const s of this._$AV)void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++}',
      'p(t){this._$AV.forEach((s,i)=>s._$AI(t[i]))}',
    ],
    // Kinds are told by class, and there is one document.
    ['constructor(){super(...arguments),this.type=3}', ''],
    // No boolean attributes (minify-literals.ts checks that too).
    [/class L extends H\{.*?\}(?=class z)/, ''],
    ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
    ['this.type=1,this._$AH=A,this._$AN=void 0,', ''],
    ['this.type=2,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
    ['this._$AV=[],this._$AN=void 0,', 'this._$AV=[],'],
    // No part asks for its parent.
    ['constructor(t,i){this._$AV=[],this._$AD=t,this._$AM=i}', 'constructor(t){this._$AV=[],this._$AD=t}'],
    ['new R(e,this)', 'new R(e)'],
    ['constructor(t,i,s,e){', 'constructor(t,i,e){'],
    ['this._$AB=i,this._$AM=s,', 'this._$AB=i,'],
    ['new k(h,h.nextSibling,this,t)', 'new k(h,h.nextSibling,t)'],
    ['new k(this.O(c()),this.O(c()),this,this.options)', 'new k(this.O(c()),this.O(c()),this.options)'],
    ['constructor(t,i,s,e,h){', 'constructor(t,i,h){'],
    ['this.name=i,this._$AM=e,', 'this.name=i,'],
    ['new r.ctor(h,r.name,r.strings,this,t)', 'new r.ctor(h,r.name,t)'],
    // No polyfill wraps nodes.
    ['{const s=i(t).nextSibling;i(t).remove(),t=s}', '{const s=t.nextSibling;t.remove(),t=s}'],
    ['(t?.creationScope??l).importNode', 'l.importNode'],
    ['const e=s?.renderBefore??i;', 'const e=i;'],
    [
      'const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})',
      'e._$litPart$=h=new k(i.appendChild(c()),null,s)',
    ],
    // Listeners are functions without options, and stay.
    [
      /_\$AI\(t,i=this\)\{if\(\(t=M\(this,t,i,0\)\?\?A\)===E\)return;.*?:this\._\$AH\.handleEvent\(t\)\}/,
      '_$AI(t){this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}handleEvent(t){this._$AH.call(this.options.host,t)}',
    ],
    // Nothing in a template wants to know whether it is in the page.
    [/setConnected\(t\)\{void 0===this\._\$AM.*?this\._\$AP\?\.\(t\)\)\}/, ''],
    [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
    [',this._$Cv=e?.isConnected??!0', ''],
    ['for(this._$AP?.(!1,!0,s);t!==this._$AB;)', 'for(;t!==this._$AB;)'],
    ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
    ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
    [/get parentNode\(\)\{let t=this\._\$AA\.parentNode;.*?get endNode\(\)\{return this\._\$AB\}/, ''],
  ],
  '@lit/reactive-element/reactive-element.js': [
    // No decorators and no initialisers.
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}this\._\$Eh=new Map/, 'this._$Eh=new Map'],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    // Attributes are texts and flags, and those that reflect are texts.
    [/u=\{toAttribute.*?\},f=/, 'f='],
    [/b=\{attribute:!0.*?\};/, 'b={};'],
    ['h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type)', 'h=s'],
    [
      /const t=i\.getPropertyOptions\(e\),h=.*?this\[e\]=r\?\?this\._\$Ej\?\.get\(e\)\?\?r,/,
      'this._$Em=e,this[e]=i.getPropertyOptions(e).type===Boolean?null!==s:s,',
    ],
    // No own accessors, or default values of properties.
    [
      /if\(s\.state&&\(s\.attribute=!1\).*?static getPropertyOptions/,
      'this.elementProperties.set(t,s);const i=Symbol();e(this.prototype,t,{get(){return this[i]},set(h){const r=this[i];this[i]=h,this.requestUpdate(t,r,s)},configurable:!0,enumerable:!0})}static getPropertyOptions',
    ],
    [
      /requestUpdate\(t,s,i,e=!1,h\)\{.*?return;this\.C/,
      'requestUpdate(t,s,i){if(void 0!==t){if(i??=this.constructor.getPropertyOptions(t),!(i.hasChanged??f)(this[t],s))return;this.C',
    ],
    [
      /C\(t,s,\{useDefault:i,.*?,!0===e&&/,
      'C(t,s,{reflect:e}){(this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0),!0===e&&',
    ],
    [
      /const t=this\.constructor\.elementProperties;if\(t\.size>0\)for\(const\[s,i\]of t\)\{.*?\}\}let t=!1/,
      '}let t=!1',
    ],
    [
      /const t=this\.properties,s=\[\.\.\.r\(t\),\.\.\.o\(t\)\];for\(const i of s\)/,
      'const t=this.properties;for(const i of r(t))',
    ],
    [/static finalizeStyles\(s\)\{.*?\}static _\$Eu/, 'static finalizeStyles(t){return[t??[]].flat(1/0)}static _$Eu'],
    // No controllers; every update takes place.
    [/addController\(t\)\{.*?removeController\(t\)\{this\._\$EO\?\.delete\(t\)\}/, ''],
    [',this._$EO?.forEach(t=>t.hostConnected?.())', ''],
    ['this._$EO?.forEach(t=>t.hostDisconnected?.())', ''],
    [
      't=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()',
      't=!0,this.willUpdate(s),this.update(s)',
    ],
    ['this._$EO?.forEach(t=>t.hostUpdated?.()),', ''],
    ['shouldUpdate(t){return!0}', ''],
    [
      'return!1===i?void 0:"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0',
      'return!1===i?void 0:i||t.toLowerCase()',
    ],
    ['this.attachShadow(this.constructor.shadowRootOptions)', 'this.attachShadow({mode:"open"})'],
    [',y.shadowRootOptions={mode:"open"}', ''],
    [
      'get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}',
      'get updateComplete(){return this._$ES}',
    ],
    ['this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),', 'this.hasUpdated=!0,'],
    ['firstUpdated(t){}', ''],
    // No polyfills, and nothing on the global object.
    [',a=globalThis,c=a.trustedTypes,l=c?c.emptyScript:"",p=a.reactiveElementPolyfillSupport,', ','],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
    [
      /y\[d\("elementProperties"\)\]=new Map,y\[d\("finalized"\)\]=new Map/,
      'y.elementProperties=new Map,y.finalized=!0',
    ],
    ['this.hasOwnProperty(d("elementProperties"))', 'Object.hasOwn(this,"elementProperties")'],
    ['this.hasOwnProperty(d("finalized"))', 'Object.hasOwn(this,"finalized")'],
    ['this.hasOwnProperty(d("properties"))', 'Object.hasOwn(this,"properties")'],
    [',u as defaultConverter', ''],
  ],
  'lit-element/lit-element.js': [
    [/createRenderRoot\(\)\{.*?t\.firstChild,t\}/, ''],
    ['render(){return r}', ''],
    [',this._$Do=void 0', ''],
    ['this._$Do=e(', 'e('],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
    [/connectedCallback\(\)\{super\.connectedCallback.*?setConnected\(!1\)\}/, ''],
    [/i\._\$litElement\$=!0.*?export\{i as LitElement,n as _\$LE\}/, 'export{i as LitElement}'],
  ],
  '@lit/reactive-element/css-tag.js': [
    // Every engine that reads our syntax has adopted style sheets; a `css` template becomes one at once.
    [
      /^.*$/,
      `export const css=(parts,...values)=>{const sheet=new CSSStyleSheet;sheet.replaceSync(parts.reduce((text,part,i)=>text+values[i-1]+part));return sheet};
export const unsafeCSS=text=>text;
export const getCompatibleStyle=sheet=>sheet;
export const adoptStyles=(root,sheets)=>{root.adoptedStyleSheets=sheets};
export const supportsAdoptingStyleSheets=true;
export class CSSResult{}`,
    ],
  ],
};

/**
 * Makes the lit of the file for the script tag fit for pages with Trusted Types, and leaves out what our elements do not
 * use. The sources and the npm package use lit as it is.
 *
 * @throws when lit is not the version that the changes were made for.
 */
export function litPlugin(): Plugin {
  return {
    name: 'regiokaart:lit',
    apply: 'build',
    transform(code, id) {
      const file = Object.keys(CUTS).find((end) => id.replaceAll('\\', '/').endsWith(`node_modules/${end}`));
      if (!file) return null;
      let out = code;
      for (const [from, to] of CUTS[file] ?? []) {
        const found =
          typeof from === 'string' ? out.split(from).length - 1 : [...out.matchAll(new RegExp(from, 'gs'))].length;
        if (found !== 1) throw new Error(`${file}: got ${found} times, expected once: ${from}`);
        // A replacement for a text stands as it is; one for a pattern may refer to its groups.
        out = typeof from === 'string' ? out.replace(from, () => to) : out.replace(new RegExp(from, 's'), to);
      }
      if (out.includes('buildTemplate('))
        out = `import {buildTemplate} from ${JSON.stringify(TEMPLATE_MODULE)};\n${out}`;
      return {code: out, map: null};
    },
  };
}
