// What storage and binders say to the person, in Swedish.

export const MEMORY_NAME = "Utan pärm";
export const PRACTICE_NAME = "Övningspärm";

/** @param {number} number */
export function binderName(number) {
  return `Pärm ${number}`;
}

/** Why a save did not happen as asked. Each says what to do, and that the text is still there. */
export const SAVE_MESSAGES = Object.freeze({
  conflict:
    "Bladet hade ändrats på ett annat ställe. Inget är överskrivet: din text finns kvar i bladet ”Kopia i konflikt”.",
  quota:
    "Det finns inte plats att spara på enheten. Texten finns kvar här på sidan. Ladda ner filen nu och frigör sedan utrymme.",
  closed: "Pärmen är låst. Öppna den igen för att spara.",
  gone:
    "Pärmen finns inte längre på enheten. Någon kan ha rensat webbläsaren. Texten finns kvar här på sidan. Ladda ner filen nu.",
  outdated:
    "Sidan har uppdaterats i en annan flik. Texten finns kvar här på sidan. Ladda ner filen nu och ladda sedan om sidan.",
  loose:
    "Det finns blad utan pärm som skulle försvinna. Spara dem i en pärm eller som filer först, eller ta bort dem.",
  unknown: "Det gick inte att spara. Texten finns kvar här på sidan. Ladda ner filen nu och försök sedan igen.",
});

/** Why this browser cannot keep anything; shown before the first question. */
export const STORAGE_MESSAGES = Object.freeze({
  insecure:
    "Sidan är inte öppnad över en säker anslutning (https). Därför går det inte att spara i en pärm. Du kan fylla i, skriva ut och ladda ner, men inget finns kvar när du stänger sidan.",
  missing:
    "Den här webbläsaren kan inte spara. Det kan bero på ett privat fönster eller en spärr. Du kan fylla i, skriva ut och ladda ner, men inget finns kvar när du stänger sidan.",
  silent:
    "Webbläsarens lagring svarar inte. Stäng andra flikar med pärmen och ladda om sidan. Tills dess kan du fylla i och ladda ner, men inget finns kvar när du stänger sidan.",
  quota:
    "Enhetens lagring är full. Frigör utrymme och ladda om sidan. Tills dess kan du fylla i och ladda ner, men inget finns kvar när du stänger sidan.",
  outdated: "Pärmen används av en nyare version i en annan flik. Stäng den här fliken eller ladda om sidan.",
  blocked: "Pärmen är öppen i en annan flik med en äldre version av sidan. Stäng den andra fliken.",
  gone: "Pärmen finns inte längre på enheten. Någon kan ha rensat webbläsaren.",
});

export const BINDER_MESSAGES = Object.freeze({
  wrong:
    "Lösenfrasen öppnade inte pärmen. Inget har ändrats. Kontrollera stora och små bokstäver och mellanslag, och försök igen.",
  damagedBinder:
    "Pärmens lås går inte att läsa. Uppgiften är skadad eller har ändrats. Har du sparat en fil tidigare kan du läsa in den i en ny pärm.",
  tooHeavy:
    "Enheten hade inte minne nog för att öppna pärmen. Stäng andra flikar och program och försök igen.",
  notOpened: "Det gick inte att öppna pärmen. Inget har ändrats. Ladda om sidan och försök igen.",
  notCreated: "Det gick inte att skapa pärmen. Inget är sparat. Det du har skrivit finns kvar här på sidan.",
  emptyPassphrase: "Skriv lösenfrasen.",
  working: "Låset räknas fram. Det kan ta några sekunder.",
  opened: "Pärmen är öppen.",
  created: "Pärmen är skapad och öppen.",
  locked: "Pärmen är låst.",
  /** @param {number} count */
  unreadable: (count) =>
    `${count === 1 ? "Ett blad" : `${count} blad`} i pärmen går inte att läsa. Uppgiften är skadad eller har flyttats. Övriga blad är inte påverkade.`,
});

export const PASSPHRASE_MESSAGES = Object.freeze({
  /** @param {number} length */
  short: (length) => `För kort: ${length} av minst 12 tecken.`,
  same: "Samma tecken om och om igen går lätt att gissa. Skriv flera olika ord.",
  digits: "Bara siffror går lätt att gissa, särskilt ett datum eller personnummer. Skriv flera ord.",
  spaces: "Lösenfrasen börjar eller slutar med mellanslag. Det är lätt att glömma. Ta bort det.",
  enough: "Lång nog. Vi ser bara längden: ett citat, ett namn eller ett datum går ändå att gissa.",
  good: "Bra längd. Vi ser bara längden: ett känt citat går ändå att gissa.",
  /**
   * @param {number} words
   * @param {string} size
   */
  suggested: (words, size) =>
    `Stark. ${words} ord är slumpade ur en lista på ${size}. Den som gissar måste i snitt pröva omkring 560 biljoner fraser.`,
});
