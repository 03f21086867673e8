// Every sentence that "Ett steg i taget" says, in one place.

/** The words on the switch, the buttons and the progress. */
export const STEPS = {
  group: "Hur vill du se bladet?",
  whole: "Hela bladet",
  steps: "Ett steg i taget",
  back: "Föregående",
  next: "Nästa",
  skip: "Hoppa över",
  pause: "Räcker för i dag",
  goOn: "Fortsätt",
  seeWhole: "Visa hela bladet",
  overview: "Till översikten",
  add: "Lägg till",
  moves: "Gå mellan frågorna",
  /** @param {number} at @param {number} all */
  progress: (at, all) => `Fråga ${at} av ${all}`,
  /** @param {string} question @param {number} at @param {number} all */
  partOf: (question, at, all) => `${question}, del ${at} av ${all}`,
  end: "Det var sista frågan",
  endWords: "Tryck på Klar, så går vi igenom bladet. Du kan gå tillbaka och ändra när du vill.",
  paused: "Bra. Det räcker för i dag.",
  pauseSaving: "Sparar …",
  pauseSaved: "Det du har skrivit är sparat i pärmen. Du kan fortsätta en annan dag.",
  pauseMemory: "Det du har skrivit finns kvar så länge pärmen är öppen i webbläsaren. Skapa en pärm eller ladda ner bladet som fil om du vill spara det.",
  pauseFailed: "Det senaste är inte sparat än. Stäng inte sidan. Ladda ner bladet som fil, så att inget går förlorat.",
  pauseNothing: "Här är inget skrivet än. Du kan börja en annan dag.",
  more: "Vill du lägga till mer?",
  moreWords: "Tryck på Lägg till om du vill skriva mer här. Annars trycker du på Nästa.",
};
