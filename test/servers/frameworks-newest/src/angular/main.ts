import '@angular/compiler';
import 'regiokaart/define';
import {Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import type {RegioSelectEvent} from 'regiokaart';
import {strings} from '../strings';

@Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <regio-kaart
      map="none"
      no-location
      report-url="https://example.nl"
      [strings]="strings"
      (regio-select)="choose($event)"
    ></regio-kaart>
    <p class="chosen">{{ regionId() ? 'Gekozen: ' + regionId() : 'Nog niets gekozen' }}</p>
  `,
})
class App {
  strings = strings;
  regionId = signal('');

  choose(event: RegioSelectEvent) {
    this.regionId.set(event.regionId);
  }
}

bootstrapApplication(App, {providers: [provideZonelessChangeDetection()]});
