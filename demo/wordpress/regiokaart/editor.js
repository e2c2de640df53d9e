// The block in the editor: in the page what visitors get, the settings beside it. Plain JavaScript, no build.
(({apiFetch, blocks, blockEditor, components, element, url}) => {
  const {createElement: make, Fragment, useEffect, useRef} = element;
  const {Disabled, PanelBody, SelectControl, TextControl, ToggleControl} = components;

  const NAME = 'regiokaart/regiokaart';
  /** Attributes that make a difference to the eye before the script is there. */
  const SEEN = ['postcode', 'region', 'map', 'headingLevel', 'lang', 'location'];
  /** Waits until the editor pauses, so that not every letter of an address is asked for. */
  const PAUSE_MS = 400;

  // Drawn here, because the frame of the editor has no icon font.
  const ICON = make(
    'svg',
    {viewBox: '0 0 32 32', width: 24, height: 24, 'aria-hidden': true, focusable: false},
    make('path', {
      fill: 'currentColor',
      fillRule: 'evenodd',
      d: 'M16 1a11 11 0 0 0-11 11c0 8 11 19 11 19s11-11 11-19A11 11 0 0 0 16 1zm0 7a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
    }),
  );

  const options = (pairs) => pairs.map(([value, label]) => ({value, label}));
  const REGIONS = options([
    ['', 'Geen'],
    ['groningen-friesland-drenthe', 'Groningen/Friesland/Drenthe'],
    ['oost-nederland', 'Oost-Nederland'],
    ['gelderland', 'Gelderland'],
    ['flevoland', 'Flevoland'],
    ['utrecht', 'Utrecht'],
    ['amsterdam-noord-holland-noord', 'Groot Amsterdam, Zaanstreek, Waterland en Noord-Holland Noord'],
    ['kennemerland-amstelland-meerlanden', 'Kennemerland, Amstelland en Meerlanden'],
    ['rijnstreek', 'Rijnstreek'],
    ['rotterdam', 'Rotterdam'],
    ['haaglanden-nieuwe-waterweg-noord', 'Haaglanden en Nieuwe Waterweg-Noord'],
    ['drechtsteden', 'Drechtsteden'],
    ['zeeland', 'Zeeland'],
    ['noord-brabant', 'Noord-Brabant'],
    ['limburg', 'Limburg'],
  ]);
  const MAPS = options([
    ['visible', 'Meteen'],
    ['click', 'Na een klik'],
    ['none', 'Geen kaart'],
  ]);
  const MAP_WORDS = {visible: 'met kaart', click: 'kaart na een klik', none: 'zonder kaart'};
  const LANGUAGES = options([
    ['', 'Zoals de pagina'],
    ['nl', 'Nederlands'],
    ['en', 'Engels'],
  ]);

  function summary({postcode, region, map}) {
    const chosen = REGIONS.find(({value}) => value === region);
    const start = region ? `regio ${chosen?.label ?? region}` : postcode ? `postcode ${postcode}` : 'leeg veld';
    return `Regiokaart. Begint met ${start}, ${MAP_WORDS[map] ?? map}.`;
  }

  /** What PHP puts out for visitors, as it is before its script: the editor needs no more than its looks. */
  function Preview({attributes}) {
    const box = useRef(null);
    const asked = JSON.stringify(Object.fromEntries(SEEN.map((name) => [name, attributes[name]])));
    useEffect(() => {
      const abort = new AbortController();
      const show = async () => {
        const path = url.addQueryArgs(`/wp/v2/block-renderer/${NAME}`, {
          context: 'edit',
          attributes: JSON.parse(asked),
        });
        const {rendered} = await apiFetch({path, signal: abort.signal});
        box.current.innerHTML = rendered;
        // Of markup that is put in like this the browser makes no shadow root.
        for (const template of box.current.querySelectorAll('template[shadowrootmode]')) {
          template.parentElement.attachShadow({mode: 'open'}).append(template.content);
        }
      };
      const later = setTimeout(() => {
        show().catch((error) => {
          // The summary stays, and the block can be set and saved.
          if (!abort.signal.aborted) console.error(error);
        });
      }, PAUSE_MS);
      return () => {
        clearTimeout(later);
        abort.abort();
      };
    }, [asked]);
    return make(Disabled, null, make('div', {ref: box}));
  }

  function Edit({attributes, setAttributes}) {
    const props = blockEditor.useBlockProps();
    const set = (name) => (value) => setAttributes({[name]: value});
    const control = (type, name, label, more) =>
      make(type, {
        key: name,
        label,
        [type === ToggleControl ? 'checked' : 'value']: attributes[name],
        onChange: set(name),
        __nextHasNoMarginBottom: true,
        ...more,
      });
    const panels = make(
      blockEditor.InspectorControls,
      null,
      make(
        PanelBody,
        {title: 'Begin'},
        control(TextControl, 'postcode', 'Postcode vooraf', {help: '4 cijfers, bijvoorbeeld 1316. Mag leeg blijven.'}),
        control(SelectControl, 'region', 'Regio vooraf', {options: REGIONS}),
      ),
      make(
        PanelBody,
        {title: 'Kaart'},
        control(SelectControl, 'map', 'Kaart', {options: MAPS}),
        control(ToggleControl, 'tiles', 'Achtergrondkaart aanbieden', {
          help: 'Van PDOK, na een klik van de bezoeker. Noem het in de privacyverklaring.',
        }),
      ),
      make(
        PanelBody,
        {title: 'Taal, kop en gedrag'},
        control(SelectControl, 'lang', 'Taal', {options: LANGUAGES}),
        control(SelectControl, 'headingLevel', 'Niveau van de kop', {
          value: String(attributes.headingLevel),
          options: options(['1', '2', '3', '4', '5', '6'].map((level) => [level, level])),
          onChange: (value) => setAttributes({headingLevel: Number(value)}),
        }),
        control(ToggleControl, 'location', '‘Gebruik mijn locatie’ tonen'),
        control(ToggleControl, 'deepLink', 'Gekozen regio in het adres van de pagina', {
          help: 'Bezoekers kunnen dan een link naar hun regio delen. Er komt nooit een postcode in.',
        }),
      ),
      make(
        PanelBody,
        {title: 'Eigen gegevens en link', initialOpen: false},
        control(TextControl, 'dataSrc', 'Adres van eigen contactgegevens (JSON)'),
        control(TextControl, 'reportUrl', 'Adres om een fout te melden', {help: 'Begint met https: of mailto:.'}),
        control(ToggleControl, 'structuredData', 'Gegevens voor zoekmachines (schema.org)'),
        control(TextControl, 'linkText', 'Link zonder JavaScript: tekst'),
        control(TextControl, 'linkUrl', 'Link zonder JavaScript: adres', {type: 'url'}),
      ),
    );
    const line = make('p', {className: 'regiokaart-summary'}, ICON, ' ', summary(attributes));
    return make(Fragment, null, panels, make('div', props, line, make(Preview, {attributes})));
  }

  // What visitors get is made by PHP, so that it is escaped and up to date.
  blocks.registerBlockType(NAME, {icon: ICON, edit: Edit, save: () => null});
})(window.wp);
