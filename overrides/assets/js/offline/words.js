// What is said about using the site without a network, about new versions, and about versions that do not fit.

export const UPDATE = Object.freeze({
  waiting: "Det finns en ny version av sidan. Uppdatera när du är klar.",
  elsewhere: "Sidan har uppdaterats i en annan flik. Uppdatera här också när du är klar.",
  button: "Uppdatera",
  working: "Uppdaterar …",
  unsaved: "Det senaste går inte att spara just nu, så vi uppdaterar inte. Ladda ner bladet som fil först.",
});

export const MIXED = Object.freeze({
  words:
    "Sidan och dess program kommer från olika versioner, så allt kanske inte fungerar. Det du har skrivit finns kvar. Vänta en stund, och ladda sedan om sidan.",
  button: "Ladda om",
});

export const KILLED = Object.freeze({
  words: "Sidor och program som var hämtade till enheten är borttagna. Pärmarna och det du har skrivit är kvar.",
  link: "Till pärmens första sida",
});

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
}

export const PACKAGE = Object.freeze({
  heading: "Använda webbplatsen utan nät",
  ready: "Redo att användas utan nät",
  readyWords: "Alla sidor, arbetsblad och uträkningar finns på enheten. Vi har just kontrollerat att de går att läsa.",
  notReady: "Sidorna finns inte på enheten",
  notReadyWords: "Hämta dem innan du ska till ett ställe utan nät. Gör det helst på wifi.",
  pdfReady: "PDF kan göras utan nät",
  pdfReadyWords: "Det som behövs för att göra PDF av ifyllda blad finns på enheten.",
  noPdf: "PDF av ifyllda blad behöver nät",
  noPdfWords: "Utan nät kan du skriva ut bladen i stället, eller ladda ner dem som filer.",
  /** What the package leaves out. */
  leftOut: "Färdiga PDF-filer följer inte med: pärmen som bok, informationsblad och tomma blad. Ladda ner dem du behöver i förväg.",
  updates: "När webbplatsen får en ny version hämtas den i bakgrunden nästa gång du har nät. Du väljer själv när du byter.",
  cannot: "Det går inte i den här webbläsaren eller i det här fönstret.",
  noNetwork: "Just nu går det inte att nå webbplatsen. Försök igen när du har nät.",
  /** @param {number} bytes */
  fetch: (bytes) => `Gör sidan redo att användas utan nät (${megabytes(bytes)})`,
  /** @param {number} bytes */
  fetchPdf: (bytes) => `Hämta också det som gör PDF (${megabytes(bytes)})`,
  stop: "Avbryt",
  remove: "Ta bort det som är hämtat",
  removed: "Det som var hämtat är borttaget. Pärmarna är kvar.",
  starting: "Börjar hämta …",
  /** @param {number} fetched @param {number} total */
  progress: (fetched, total) => `Hämtar: ${Math.floor(fetched / 1_000_000)} av ${megabytes(total)}`,
  done: "Klart. Nu fungerar webbplatsen utan nät på den här enheten.",
  donePdf: "Klart. Nu går det att göra PDF utan nät.",
});

/** Why the fetching ended; what was there before is whole. */
export const ENDED = Object.freeze({
  network: "Nätet försvann, så hämtningen blev inte klar. Det som är hämtat är inte bortkastat: tryck igen när du har nät.",
  altered:
    "Det som kom var inte sidans egna filer. Nätet kan kräva inloggning, eller så har webbplatsen just uppdaterats. Ladda om sidan och försök igen.",
  full: "Enheten har inte plats. Frigör utrymme och försök igen.",
  stopped: "Hämtningen är avbruten. Tryck igen när du vill fortsätta.",
  silent: "Hämtningen står still. Kontrollera nätet och tryck igen.",
});
