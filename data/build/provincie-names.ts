/**
 * Other names of the provincies: English, German, French, Polish, Frisian, Cyrillic and Arabic ones, and short forms that
 * only tell namesakes apart (`Laren NH`).
 */
export const PROVINCIE_NAMES: Readonly<
  Record<string, {readonly names: readonly string[]; readonly short: readonly string[]}>
> = {
  Drenthe: {names: ['Drente', 'Дренте', 'درنته'], short: ['Dr', 'Dre']},
  Flevoland: {names: ['Флеволанд', 'فليفولاند'], short: ['Fl', 'Flev']},
  Friesland: {
    names: ['Fryslân', 'Frisia', 'Frise', 'Fryzja', 'Фрисландия', 'Фрісландія', 'فريزلاند'],
    short: ['Fr', 'Frl', 'Fri'],
  },
  Gelderland: {
    names: ['Guelders', 'Gueldre', 'Geldria', 'Гелдерланд', 'خيلدرلاند'],
    short: ['Gld', 'Gl', 'Ge', 'Geld'],
  },
  Groningen: {names: [], short: ['Gr', 'Gn', 'Gron']},
  Limburg: {names: ['Limbourg', 'Лимбург', 'Лімбург', 'ليمبورخ'], short: ['L', 'Lb', 'Li', 'Limb']},
  'Noord-Brabant': {
    names: ['Brabant', 'North Brabant', 'Nordbrabant', 'Nord-Brabant', 'Северный Брабант', 'برابانت الشمالية'],
    short: ['NB', 'N B', 'N Br', 'NBr', 'Br'],
  },
  'Noord-Holland': {
    names: [
      'North Holland',
      'Nordholland',
      'Hollande-Septentrionale',
      'Holandia Północna',
      'Северная Голландия',
      'Північна Голландія',
      'شمال هولندا',
    ],
    short: ['NH', 'N H'],
  },
  Overijssel: {names: ['Overissel', 'Оверэйссел', 'Оверейссел', 'أوفرايسل'], short: ['Ov', 'O', 'Overijs']},
  Utrecht: {names: [], short: ['U', 'Ut', 'Utr']},
  Zeeland: {names: ['Seeland', 'Zélande', 'Zelandia', 'Зеландия', 'Зеландія', 'زيلاند'], short: ['Zl', 'Zld', 'Ze']},
  'Zuid-Holland': {
    names: [
      'South Holland',
      'Südholland',
      'Hollande-Méridionale',
      'Holandia Południowa',
      'Южная Голландия',
      'Південна Голландія',
      'جنوب هولندا',
    ],
    short: ['ZH', 'Z H'],
  },
};
