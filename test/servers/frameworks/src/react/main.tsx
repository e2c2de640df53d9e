import 'regiokaart/define';
import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';
import type {} from 'regiokaart/react';
import {strings} from '../strings';

function App() {
  const [regionId, setRegionId] = useState('');
  return (
    <>
      <regio-kaart
        map="none"
        no-location
        report-url="https://example.nl"
        strings={strings}
        onregio-select={(event) => setRegionId(event.regionId)}
      />
      <p className="chosen">{regionId ? `Gekozen: ${regionId}` : 'Nog niets gekozen'}</p>
    </>
  );
}

const place = document.querySelector('#app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
