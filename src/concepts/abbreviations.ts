const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** With their point they always stand before what they belong to: "Mr. Cook", "e.g. debt". Without the point, in small letters. */
export const alwaysBeforeMore = setOf(
  "mr mrs ms dr prof messrs hon gen sen rep gov capt col lt sgt rev st mt ft vs v cf viz approx ca e.g i.e",
);

/** Before a number they are abbreviations, before anything else the words they look like: "No. 5", "Sept. 30". */
export const beforeNumbers = setOf(
  "no nos p pp sec secs art arts fig figs vol ch ex exh reg regs par para pt pts cl " +
    "jan feb mar apr jun jul aug sep sept oct nov dec",
);

/** They may end a sentence too: only a word that opens sentences after them says so. */
export const mayEndSentence = setOf(
  "inc corp co cos ltd llc llp lp plc bros jr sr etc al est dept div assn mfg intl int'l nat'l gov't " +
    "ave blvd rd bldg ste pty pte gmbh ag bhd sdn cie esq govt natl",
);

/** "Item 7", "Part II": what follows their point is their name, "Item 7. Management's Discussion". */
export const namedByNumber = setOf("item items part parts");

/** Alone at a sentence's start they carry a number and a name: "Note 7. Debt". */
export const headsOfNames = setOf(
  "item items part parts note notes section article exhibit schedule rule chapter appendix step phase proposal",
);

/** Words before a letter that names a kind: in "Class A. We" the letter is no initial. */
export const beforeLetters = setOf(
  "class series schedule exhibit appendix tier type group annex plan form category section item part note tranche level",
);

/** Words that open sentences and do not go on names: after "U.S." and "Inc." they tell an end. */
export const sentenceOpeners = setOf(
  "the we our this these those it its they their in on at as if for from to with by during under since when while " +
    "although though however because after before until upon such each any all an a no there he she his her you your " +
    "additionally also accordingly consequently furthermore further moreover therefore thus similarly finally " +
    "certain some many most both other total net see refer pursuant based except unless historically " +
    "currently generally management had has is was were are been failure changes",
);
