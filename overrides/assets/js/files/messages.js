// Every sentence about files, in one place.

/** What is said of a file that is read in or written. */
export const FILES = {
  tooBig: "Filen är för stor för att vara ett arbetsblad. Inget har lästs in.",
  tooDeep: "Filen är inte ett arbetsblad: den har för många nivåer. Inget har lästs in.",
  notOurs: "Filen är inte ett arbetsblad härifrån. Välj en fil som slutar på .json och som du har laddat ner från ett arbetsblad.",
  noData: "PDF:en har inga svar i sig. Välj en PDF som du har laddat ner från ett ifyllt arbetsblad här, eller filen som slutar på .json.",
  damaged: "Filen är skadad eller ändrad och kan inte läsas in. Inget i pärmen har ändrats.",
  newer: "Filen är gjord med en nyare version av arbetsbladen. Ladda om sidan för att få den nya versionen och försök igen.",
  plan: "Filen är en färdig plan. Den går att spara och visa, men det är arbetsbladens egna filer som kan läsas in.",
  unreadable: "Filen gick inte att öppna. Välj den igen.",
  notWritten: "Filen blev inte rätt och har inte laddats ner. Försök igen, eller skriv ut bladet.",
  downloaded: "Filen är gjord. Den ligger där webbläsaren sparar filer.",
  read: "Filen är inläst.",
  /** @param {string} title */
  otherSheet: (title) => `Filen hör till ett annat blad: ${title}. Den är inläst där.`,
  open: "Öppna det bladet",
  /** @param {string} worksheet */
  unknownSheet: (worksheet) => `Arbetsbladet ”${worksheet}” finns inte i den här pärmen.`,
  notKept: "Filen gick att läsa, men den kunde inte sparas. Försök igen.",
  reading: "Läser in filen …",
};
