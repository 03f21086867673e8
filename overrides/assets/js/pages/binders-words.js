// What the page of binders says, but for the answers that storage gives.

export const ROOM = Object.freeze({
  intro: "Det du skriver på arbetsbladen sparas i pärmen. Tryck på Lås när du går ifrån enheten.",
  device: "Pärmen öppnas utan lösenfras på den här enheten. Bara enhetens skärmlås skyddar den.",
  empty: "Inga blad än.",
  none: "Det finns ingen pärm här än.",
  loose: "De här bladen finns bara i webbläsarens minne. De försvinner strax efter att du stängt sidan.",
  follows: "Bladen utan pärm följer med in i den nya pärmen.",
  take: "Ta med bladen utan pärm. Annars försvinner de.",
  forgotten: "Glömt lösenfrasen?",
  noCode: "Den här pärmen har ingen återställningskod. Då går den inte att öppna utan lösenfrasen.",
  codeHint: "35 tecken i sju grupper, på papperet som skrevs ut. Stora eller små bokstäver spelar ingen roll.",
  newHint: "Minst 12 tecken. Flera ord efter varandra är lättast att minnas.",
  oldHint: "Skriv den precis som när pärmen skapades.",
  never: "aldrig",
  noMeeting: "inget inskrivet",
});

/** The ways to keep sheets, each in one short sentence. */
export const WAYS = Object.freeze({
  heading: "Tre sätt att spara",
  passphrase: ["Pärm med lösenfras", "Bladen sparas krypterade och öppnas bara med lösenfrasen. Välj det på en platta som flera använder."],
  none: ["Spara inte", "Bladen finns bara medan sidan är öppen, så skriv ut dem eller ladda ner dem innan du stänger."],
  device: ["Egen enhet", "Bladen ligger kvar och öppnas utan lösenfras, så bara enhetens skärmlås skyddar dem."],
});

export const DEVICE = Object.freeze({
  who: "Välj det här bara om enheten är din egen och har ett skärmlås som ingen annan kan. Den som kan låsa upp enheten kan också läsa bladen.",
  gone: "Rensar du webbläsaren är bladen borta. Tar du bort pärmen försvinner också nyckeln till den.",
  make: "Skapa utan lösenfras",
});

export const PRACTICE = Object.freeze({
  heading: "Öva med en påhittad person",
  about: "I Övningspärmen ligger alla blad ifyllda för Kim, som inte finns. Ändra fritid: inget sparas, och inget blandas med riktiga blad.",
  start: "Börja öva",
  open: "Kim finns inte på riktigt. Allt du ändrar här försvinner när övningen är slut.",
  failed: "Det gick inte att hämta Kims blad. Kontrollera nätet och försök igen.",
});

export const CODE = Object.freeze({
  heading: "Återställningskod",
  choose: "Gör en återställningskod att ha på papper. Den öppnar pärmen om lösenfrasen är glömd.",
  about: "Koden öppnar pärmen om lösenfrasen är glömd. Den visas bara nu. Skriv ut den eller skriv av den, och förvara den inlåst, inte tillsammans med enheten.",
  print: "Skriv ut koden",
  done: "Jag har koden på papper",
  paper: "Återställningskod till en pärm i RACT-pärmen",
  paperHow: "Öppna sidan Pärmar på samma enhet. Välj pärmen, tryck på Glömt lösenfrasen? och skriv koden. Sedan väljer du en ny lösenfras.",
  paperKeep: "Den som har både koden och enheten kan läsa pärmen. Förvara papperet inlåst.",
  make: "Gör en ny kod",
  replaces: "En ny kod gör att en tidigare kod slutar fungera.",
  /** @param {number} group */
  wrongGroup: (group) => `Grupp ${group} stämmer inte. Jämför den med papperet, tecken för tecken.`,
  /** @param {number} groups */
  length: (groups) => (groups < 7 ? "Koden är för kort. Den har sju grupper med fem tecken i varje." : "Koden är för lång. Den har sju grupper med fem tecken i varje."),
  wrong: "Koden öppnade inte pärmen. Inget har ändrats. Kanske hör papperet till en annan pärm, eller så har en nyare kod gjorts.",
});

export const RENAME = Object.freeze({
  heading: "Byt namn",
  label: "Vad ska pärmen heta?",
  hint: "Ett smeknamn eller initialer räcker. Lämnar du raden tom får pärmen sitt neutrala namn igen.",
  shown: "Namnet får synas i listan även när pärmen är låst. Då kan alla som använder enheten läsa det.",
  /** @param {string} name */
  hidden: (name) => `I listan heter pärmen ${name}, och namnet syns först när den är öppen.`,
  save: "Spara namnet",
  done: "Namnet är sparat.",
  long: "Namnet är för långt. Högst 40 tecken får plats.",
  failed: "Det gick inte att spara namnet. Pärmen heter som förut.",
});

export const CHANGE = Object.freeze({
  heading: "Byt lösenfras",
  old: "Lösenfrasen nu",
  fresh: "Den nya lösenfrasen",
  save: "Byt lösenfras",
  done: "Lösenfrasen är bytt. Bladen är desamma. En återställningskod på papper fungerar som förut.",
  failed: "Det gick inte att byta. Försök igen. Den gamla lösenfrasen fungerar, eller den nya om bytet hann bli klart.",
});

export const REMOVE = Object.freeze({
  heading: "Ta bort pärmen",
  about: "Alla blad i pärmen försvinner från enheten, med hela sin historik och med nyckeln. Det går inte att ångra. Skriv ut, för över till journalen eller ladda ner det som ska finnas kvar först.",
  word: "ta bort",
  label: "Skriv ta bort för att bekräfta",
  act: "Ta bort pärmen för alltid",
  mistyped: "Skriv orden ta bort i rutan, om du verkligen vill ta bort pärmen.",
  done: "Pärmen är borttagen. Krypterade rester kan ligga kvar på disken tills webbläsaren har städat, men nyckeln finns inte kvar.",
  failed: "Det gick inte att ta bort pärmen. Den finns kvar.",
});
