'use client';

import {useEffect, useRef, useState} from 'react';
import type {RegioKaart, RegioSelectEvent} from 'regiokaart';
import type {} from 'regiokaart/next';
import {strings} from './strings';

export function Finder({shadowRoot}: {shadowRoot: string}) {
  const ref = useRef<RegioKaart>(null);
  const [regionId, setRegionId] = useState('');

  useEffect(() => {
    const kaart = ref.current;
    if (!kaart) return;
    kaart.strings = strings;
    const handleSelect = (event: RegioSelectEvent) => setRegionId(event.regionId);
    kaart.addEventListener('regio-select', handleSelect);
    import('regiokaart/define');
    return () => kaart.removeEventListener('regio-select', handleSelect);
  }, []);

  return (
    <>
      <regio-kaart
        ref={ref}
        map="click"
        no-location
        suppressHydrationWarning
        dangerouslySetInnerHTML={{__html: shadowRoot}}
      />
      <p className="chosen">{regionId ? `Gekozen: ${regionId}` : 'Nog niets gekozen'}</p>
    </>
  );
}
