// Every sentence that a worksheet's form says, in one place, but for those about files.
import { localDay, swedishDay } from "../shared/time.js";

/** What the form says about where the words are kept. */
export const KEPT = {
  memory: "Inget sparas på den här enheten. Öppna eller skapa en pärm om ni vill spara.",
  practice: "Övning. Inget sparas.",
  untouched: "Det ni skriver sparas i pärmen.",
  saving: "Sparar …",
  /** @param {string} moment as stored, `2026-11-22T14:32:05` */
  saved: (moment) => {
    const clock = moment.slice(11, 16).replace(":", ".");
    return moment.startsWith(localDay()) ? `Sparat ${clock}` : `Sparat ${swedishDay(moment)} ${clock}`;
  },
  failed: "Det senaste är inte sparat.",
  rescue: "Ladda ner bladet som fil, så att inget går förlorat. Vi försöker spara igen av oss själva.",
  conflict: "Bladet har också ändrats på ett annat ställe. Det du ser här har sparats som en egen kopia. Båda finns kvar.",
};

/** What the form says about who may write. */
export const WRITER = {
  elsewhere: "Öppet i en annan flik. Här kan du läsa, men inte skriva.",
  takeOver: "Ta över här",
  lost: "Bladet har tagits över i en annan flik. Det du skrev här är sparat.",
  lostUnsaved: "Bladet har tagits över i en annan flik, och det senaste du skrev här är inte sparat. Ladda ner bladet som fil.",
  older: "Bladet är ifyllt i en äldre version och kan inte föras över just nu. Ladda om sidan för att försöka igen. Här kan du läsa det och ladda ner det som fil.",
  newer: "Bladet är ifyllt i en nyare version. Ladda om sidan för att få den. Här kan du läsa det och ladda ner det som fil.",
};

/** What the form says about the engine. */
export const ENGINE = {
  unchecked: "Bladet kan inte gås igenom just nu. Det du har skrivit finns kvar.",
  makingPdf: "Gör en PDF. Första gången kan det ta en stund.",
  noCalendar: "Det gick inte att göra en kalenderfil just nu. Det du har skrivit finns kvar. Försök igen om en stund.",
  noPdf: "Det gick inte att göra en PDF just nu. Försök igen, eller skriv ut bladet i stället.",
};

/** What the card for the pocket says, on the whole screen and as a file. */
export const POCKET = {
  close: "Stäng",
  nothing: "Inget är skrivet än av det som ska stå här.",
  waiting: "Hämtar det som står på andra blad …",
  noFile: "Det gick inte att göra fickkortet just nu. Försök igen, eller visa det i helskärm i stället.",
};

/** What the form says when somebody presses Klar. */
export const DONE = {
  heading: "Det här behöver du titta på",
  title: "Fel: ",
  reading: "Går igenom bladet …",
  fine: "Allt på bladet går att läsa. Du kan alltid komma tillbaka och ändra.",
};

/** What the form says about rows and about taking things back. */
export const ROWS = {
  /** @param {string} row */
  removed: (row) => `Du tog bort ${row}.`,
  /** @param {string} row @param {number} place */
  moved: (row, place) => `Raden står nu på plats ${place}: ${row}.`,
  emptied: "Bladet är tömt.",
  undone: "Ångrat. Det är som det var.",
  replaced: "Du ser nu det som stod i filen.",
};

/** What the form says about Mina kontakter. */
export const CONTACTS = {
  /** @param {string} name */
  added: (name) => `${name} finns nu i Mina kontakter.`,
  failed: "Det gick inte att lägga till i Mina kontakter. Namnet står kvar här.",
  newer: "Mina kontakter är ifyllt i en nyare version av webbplatsen. Ladda om sidan och försök igen. Namnet står kvar här.",
};

/** What the form says about whose binder is open. */
export const BINDER = {
  none: "Ingen pärm är öppen.",
  /** @param {string} name */
  open: (name) => `Öppen pärm: ${name}`,
  practice: "Övningspärmen är öppen. Kim finns inte på riktigt.",
};

/** What the form says when the tablet goes into somebody else's hands, and when it comes back. */
export const HAND_OVER = {
  heading: "Lämna över plattan?",
  about: "Den som får plattan ser bara det här bladet och kan fylla i det. Resten av pärmen går inte att läsa så länge.",
  back: "För att komma tillbaka behöver du pärmens lösenfras. Lämnas sidan låses pärmen, och det som är skrivet är sparat.",
  go: "Lämna över",
  stay: "Avbryt",
  failed: "Det gick inte att lämna över bladet. Pärmen är öppen som förut.",
  only: "Bara det här bladet",
  giveBack: "Lämna tillbaka",
  label: "Pärmens lösenfras",
  hint: "Den som lämnade över plattan skriver den.",
  unlock: "Lås upp",
  goOn: "Fortsätt med bladet",
  changed: "Ändrat medan plattan var utlämnad",
  answers: "Före och nu",
  before: "Före",
  same: "Inget svar är ändrat.",
  reading: "Jämför svaren …",
  unread: "Jämförelsen kan inte visas just nu. Den finns kvar till nästa gång.",
  again: "Försök igen",
  seen: "Jag har sett ändringarna",
};

/** What the form says about the occasions of a sheet. */
export const OCCASIONS = {
  /** @param {string} day */
  this: (day) => `Tillfälle ${day}`,
  blank: "Nytt tillfälle",
  earlier: "Tidigare tillfällen",
  others: "Andra tillfällen",
  begun: "Ett tomt blad för ett nytt tillfälle. Det andra finns kvar.",
  /** @param {string} day */
  shown: (day) => `Du ser nu tillfället ${day}.`,
  /** @param {string} day */
  removed: (day) => `Du tog bort tillfället ${day}.`,
  notRemoved: "Det gick inte att ta bort tillfället. Det finns kvar.",
  /** @param {string} day */
  compared: (day) => `Jämfört med ${day}`,
  close: "Stäng jämförelsen",
};

/** What is said of answers from two times, beside each other. */
export const COMPARED = {
  changed: "Det här är ändrat",
  same: "Det här är lika",
  both: "Då och nu",
  now: "Nu",
  unanswered: "Inget svar",
};

/** What the form says about how the sheet stood earlier. */
export const HISTORY = {
  heading: "Historik",
  about: "Så har bladet sparats tidigare. Välj en tid för att se hur det stod då.",
  none: "Det finns ingen äldre version av bladet än.",
  /** @param {number} count */
  differs: (count) => (count === 0 ? "Samma som nu" : count === 1 ? "Ett svar skiljer sig från nu" : `${count} svar skiljer sig från nu`),
  /** @param {string} moment */
  at: (moment) => `Så stod det ${moment}`,
  then: "Då",
  restore: "Återställ den här versionen",
  back: "Tillbaka till listan",
  close: "Stäng historiken",
  /** @param {string} moment */
  restored: (moment) => `Bladet står nu som ${moment}. Det som stod före finns kvar i historiken.`,
};

/** What the form says about values that come from another sheet. */
export const FETCHED = {
  compare: "Jämför och välj",
  /** @param {string} title */
  again: (title) => `Jämför med ${title} nu`,
  /** @param {string} title */
  heading: (title) => `Vad vill du ta från ${title}?`,
  intro: "Det du inte bockar för står kvar som det är.",
  /** @param {string} title */
  new: (title) => `Nytt på ${title}`,
  newHelp: "Bocka för det du vill ha med här.",
  /** @param {string} title */
  changed: (title) => `Ändrat på ${title}`,
  changedHelp: "Bocka för det du vill byta ut här.",
  /** @param {string} title */
  gone: (title) => `Finns inte längre på ${title}`,
  goneHelp: "Bocka för det du vill ta bort här.",
  here: "Här står:",
  /** @param {string} title */
  there: (title) => `På ${title} står:`,
  take: "Ta det valda",
  leave: "Låt det stå som det är",
  later: "Bestäm senare",
  none: "Du har inte bockat för något. Bocka för det du vill ta, eller välj Låt det stå som det är.",
  /** @param {string} title */
  taken: (title) => `Du tog det du valde från ${title}.`,
  left: "Det står kvar som det är.",
  /** @param {string} title */
  moved: (title) => `${title} ändrades just nu. Inget har bytts ut här. Jämför en gång till.`,
  heldBack: "Svaret är inte med här. Det är bara för dig och CM.",
};
