import {html, LitElement} from 'lit';

class Probe extends LitElement {
  static override properties = {name: {}};
  name = 'probe';
  protected override render() {
    return html`<button>${this.name}</button>`;
  }
}
customElements.define('x-probe', Probe);

describe('the test runner', () => {
  it('renders an element from TypeScript', async () => {
    const probe = new Probe();
    document.body.append(probe);
    await probe.updateComplete;
    if (probe.shadowRoot?.textContent !== 'probe') throw new Error('nothing rendered');
  });
});
