import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {regions} from '../../src/data/index.js';
import {prerender, prerenderShadowRoot} from '../../src/prerender.js';

/** The text that a feed reader shows if it ignores all tags. */
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('prerender()', () => {
  it('gives the element with a declarative root, a link to the style sheet, and no markers of lit', () => {
    const markup = prerender({css: '/kaart/regiokaart.css'});
    expect(markup).toMatch(
      /^<regio-kaart><template shadowrootmode="open"><link rel="stylesheet" href="\/kaart\/regiokaart\.css">/,
    );
    expect(markup).toMatch(/<\/template><\/regio-kaart>$/);
    expect(markup).not.toMatch(/<!--|<\?|lit-|<style|\sstyle=|<script|\son\w+=/);
  });

  it('contains every region with the contact facts of its organisation, as text', () => {
    const markup = prerender();
    const text = textOf(markup);
    for (const {name, organisation} of regions) {
      expect(text).toContain(name);
      for (const fact of [organisation.name, organisation.phone, organisation.address]) {
        if (fact) expect(text).toContain(fact);
      }
      if (organisation.email) expect(markup).toContain(`href="mailto:${organisation.email}?`);
    }
    expect(text).toMatch(/gezien in \w+ 20\d\d/);
  });

  it('has a picture of at most 2.5 kB gzip, except with map="none"', () => {
    const [picture = ''] = /<svg class="picture".*?<\/svg>/s.exec(prerender()) ?? [];
    expect(gzipSync(picture, {level: 9}).length).toBeLessThanOrEqual(2500);
    expect(picture.match(/<path/g)?.length).toBeGreaterThanOrEqual(14);
    expect(prerender({map: 'none'})).not.toContain('class="picture"');
  });

  it.each([1, 2, 6])('has headings from level %i', (headingLevel) => {
    const markup = prerender({headingLevel});
    expect(markup).toContain(`<regio-kaart heading-level="${headingLevel}">`);
    expect(markup).toContain(`<h${headingLevel} part="heading"`);
    expect(markup).toContain(`<h${Math.min(headingLevel + 1, 6)} part="card-name"`);
  });

  it.each([
    [{region: 'zeeland'}, 'Viazorg', ''],
    [{postcode: '1316 AB'}, 'Flever', '1316 AB'],
    [{postcode: '1316', region: 'zeeland'}, 'Flever', '1316'],
    [{postcode: 'abc', region: 'zeeland'}, 'Viazorg', 'abc'],
  ])('begins with the answer to %j', (attributes, name, text) => {
    const markup = prerender({map: 'none', attributes});
    const [, answer = ''] = /<div class="answer">(.*?)<details part="list"/s.exec(markup) ?? [];
    expect(answer).toMatch(new RegExp(`part="card-name"[^>]*>${name}<`));
    expect(markup).toContain(`value="${text}"`);
    expect(markup.match(/aria-current="true"/g)).toHaveLength(1);
  });

  it('begins with the choice between regions where a postcode lies in two', () => {
    const markup = prerender({map: 'none', attributes: {postcode: '7351'}});
    const [, answer = ''] = /<div class="answer">(.*?)<details part="list"/s.exec(markup) ?? [];
    expect(answer.match(/<article/g)).toHaveLength(2);
  });

  it('is English on request', () => {
    const markup = prerender({lang: 'en'});
    expect(markup).toMatch(/^<regio-kaart lang="en">/);
    expect(markup).toMatch(/<div class="root"[^>]* lang="en">/);
    expect(textOf(markup)).not.toContain('Kies je regio');
  });

  it('accepts texts, data and attributes of the host, each escaped', () => {
    const markup = prerender({
      noLocation: true,
      strings: {heading: 'Zorg & <welzijn>'},
      data: {flevoland: {name: 'Zorg "Flevoland"', phone: '0320 123 456'}},
      attributes: {'deep-link': true, 'structured-data': false, 'report-url': 'https://example.nl/?a=1&b="2"'},
    });
    expect(markup).toMatch(
      /^<regio-kaart no-location deep-link report-url="https:\/\/example\.nl\/\?a=1&amp;b=&quot;2&quot;">/,
    );
    expect(markup).toContain('Zorg &amp; &lt;welzijn&gt;');
    expect(markup).toContain('href="tel:+31320123456"');
    expect(markup).not.toContain('part="location"');
  });

  it.each([
    [{lang: 'fr'}, /lang is fr/],
    [{headingLevel: 7}, /headingLevel is 7/],
    [{map: 'big'}, /map is big/],
    [{attributes: {'on click': 'x'}}, /attribute "on click"/],
    [{data: {flevoland: {phone: 'bel maar'}}}, /data: flevoland.*phone/],
    [{data: {atlantis: {}}}, /data/],
  ])('refuses %j with what was got and expected', (options, message) => {
    expect(() => prerender(options as never)).toThrow(message);
  });

  it('gives the same for the same options, whatever is rendered in between', () => {
    const first = prerender({lang: 'en', strings: {heading: 'One'}});
    prerender({lang: 'nl', map: 'none'});
    expect(prerender({lang: 'en', strings: {heading: 'One'}})).toBe(first);
  });
});

describe('prerenderShadowRoot()', () => {
  it('gives what prerender() has between the tags', () => {
    const options = {lang: 'en', map: 'click', headingLevel: 3, css: '/a.css'} as const;
    const whole = prerender(options);
    const root = prerenderShadowRoot(options);
    expect(root).toMatch(/^<template shadowrootmode="open"><link rel="stylesheet" href="\/a.css">/);
    expect(whole).toBe(`<regio-kaart lang="en" heading-level="3" map="click">${root}</regio-kaart>`);
  });

  it('refuses what prerender() refuses', () => {
    expect(() => prerenderShadowRoot({headingLevel: 7})).toThrow(TypeError);
    expect(() => prerenderShadowRoot({data: {zeeland: {phone: 'x'}}})).toThrow('phone');
  });
});
