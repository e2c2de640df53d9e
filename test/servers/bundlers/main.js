import 'regiokaart/define';

document.addEventListener('regio-select', ({regionId}) => {
  document.querySelector('.chosen').textContent = `Gekozen: ${regionId}`;
});
