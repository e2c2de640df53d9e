// As an advertisement or an old CMS writes a part of the page while the page is read.
document.write('<regio-kaart><p>Bel 030 123 ');
document.write('45 67</p></regio-kaart>');
document.write('<script type="module" src="../../../../dist/cdn/regiokaart.js"><\/script>');
