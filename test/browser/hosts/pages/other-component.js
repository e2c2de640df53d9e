// A component of the host's own, with the widget in its shadow root; a closed root is kept for the test.
customElements.define(
  'other-component',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({mode: this.getAttribute('mode')});
      root.append(document.createElement('section'));
      root.firstChild.append(document.createElement('regio-kaart'));
      this.kept = root;
    }
  },
);
