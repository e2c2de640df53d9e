// Writes part of the page during parsing, as an advertisement or an old CMS does.
document.write('<regio-kaart><p>Bel 030 123 ');
document.write('45 67</p></regio-kaart>');
document.write('<script type="module" src="../../../../dist/cdn/regiokaart.js"><\/script>');
