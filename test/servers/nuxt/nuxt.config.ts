export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  vue: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('regio-')}},
  app: {head: {htmlAttrs: {lang: 'nl'}, title: 'Werken in de zorg', link: [{rel: 'icon', href: 'data:,'}]}},
});
