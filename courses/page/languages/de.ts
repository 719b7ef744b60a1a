import type { PageLanguage } from './language.ts';

/** German compounds end with what they are about: a Zielgruppe is no goal, a Lernziel is. */
export const german: PageLanguage = {
  objectives:
    /^(?:\d+[.)]?\s+)?(?:(?:die|unsere|ihre|deine)\s+)?(?:(?:lern|kurs|ausbildungs|schulungs|modul)(?:-?ziele?|ergebnisse?)|ziele?)(?=$|\s*[:,(&]|\s+und\s)|\b(?:ziele|lernergebnisse)\s+(?:des|der|dieses|dieser)\s+(?:kurses|schulung|ausbildung|moduls|einheit|workshops|trainings)\b|^was (?:sie|du|ihr|man) (?:hier )?(?:lern\p{L}*|können)/iu,
  learnersObjectives:
    /(?<!\p{L})(?:lern|kurs|ausbildungs|schulungs|modul)(?:-?ziele?|ergebnisse?)(?!\p{L})|(?<!\p{L})(?:ziele|lernergebnisse)\s+(?:des|der|dieses|dieser)\s+(?:kurses|schulung|ausbildung|moduls|einheit|workshops|trainings)(?!\p{L})|^was (?:sie|du|ihr|man) (?:hier )?(?:lern\p{L}*|können)/iu,
  othersObjectives:
    /(?<!\p{L})(?:unsere|team|geschäfts|projekt|unternehmens|quartals|jahres)(?:\s|-)?ziele?(?!\p{L})|(?<!\p{L})ziele?\s+(?:des teams|der abteilung|des projekts|des unternehmens)(?!\p{L})/iu,
  othersPage:
    /^(?:nicht-?ziele|mission|vision|beteiligte|kennzahlen|vorschlag|fahrplan)(?!\p{L})|(?<!\p{L})(?:team|gruppe|abteilung|projekt|strategie|initiative|ausschuss)$/iu,
  activity: /^(?:[\d.)\s]*)(?:schritt|phase|übung|aufgabe)\s+\d|\d\s*(?:min|minuten)(?!\p{L})/iu,
  promise:
    /(?<!\p{L})(?:können|werden|sollen|kennen|wissen|verstehen|lernen)\s+(?:sie|du|ihr|die|alle)(?!\p{L})|(?<!\p{L})(?:sie|du|teilnehmende|lernende)\s+(?:können|kannst|lernen|lernst|verstehen|kennen|wissen)(?!\p{L})/iu,
  outline:
    /\b(?:ablauf|gliederung|inhalt|inhaltsverzeichnis|übersicht|kursplan|lehrplan|agenda)(?![\p{L}])/iu,
  learning:
    /(?<!\p{L})(?:lern(?:en|pfad\p{L}*|programm\p{L}*|einheit\p{L}*|ziele?)|(?:grund|aufbau|anfänger|einführungs|online|kompakt|crash)?-?kurse?|(?:back|koch|sprach|tanz|lese)kurse?|kursunterlagen|\p{L}{0,20}schulung(?:en)?|lehrgang|lehrgänge|fortbildung(?:en)?|weiterbildung(?:en)?|einarbeitung|ausbildung|einführung in|zertifizierung(?:en)?|lektion(?:en)?|lehrplan|akademie)(?!\p{L})/iu,
  teaching: /(?<!\p{L})(?:workshops?|seminare?|webinare?|bildung|grundlagen|erste schritte)(?!\p{L})/iu,
  notLearning: [
    // Groups, and people who help others to learn.
    /(?<!\p{L})(?:arbeitsgruppen?|ausschuss|trainer(?:innen)?|ausbilder(?:innen)?|pat(?:e|en|innen)|praktik(?:um|a))(?!\p{L})/iu,
    // How it is done, changed or judged.
    /(?<!\p{L})(?:richtlinien?|fragebogen|vorschlag|prozess|verfahren|leitfaden)(?!\p{L})/iu,
    // For customers, or of things.
    /(?<!\p{L})(?:kunden|partner|lieferanten)-?(?:schulung(?:en)?|einarbeitung|workshops?|seminare?)(?!\p{L})|maschinelles lernen/iu,
  ],
  vague:
    /^(?:siehe|mehr|weiter|weitere|hier|lesen|ansehen|öffnen)?\s*(?:(?:dazu|darüber|die|das|der|den|diese[rsn]?|zum|zur|im)\s+)*(?:hier|dort|dazu|mehr|lesen|links?|seiten?|videos?|aufzeichnung|dokumente?|informationen|details)?[.!…]*$/i,
  kindOfResource:
    /^(?:(?:die|das|der|zum|zur|zu den) +)*(?:transkript|mitschrift|folien|foliensatz|präsentation|aufzeichnung|aufnahme|video|handbuchseite|seite|dokument|notizen|vorlage|quiz|test|kurs|link|arbeitsblatt|übung)(?:en|e|s)?[.!]?$/iu,
  unfold: /^(?:bitte +)?(?:hier +)?klick|^(?:mehr|alles|details|hier)(?: +(?:an)?zeigen)?[.…]*$/iu,
  audience: {
    before:
      /^(?:am ende|nach|bei|wenn|sobald|zum|im)\b[^,:]{0,60}?(?:,\s*|\s(?=(?:können|werden|sollen|kennen|wissen|verstehen)\s))/i,
    names: [
      /\b(?:von|erwarten|ermöglichen|helfen)\s+(?:(?:den|dem|allen|unseren|neuen)\s+)*(.{2,60}?)(?:\s+(?:erwarten|wird|zu)\b|,|:|$)/i,
      /^(?:können|werden|sollen|kennen|wissen|verstehen)\s+(?:(?:die|alle|unsere)\s+)*(.{2,60}?)(?:\s+(?:in der lage|folgendes|das folgende)\b|\s*[,:]|$)/i,
      /^(?:(?:die|der|das|alle|jede[rs]?|unsere|als|für)\s+)*(.{2,40}?)(?:\s+(?:können|kann|werden|wird|sollen|soll|kennen|kennt|wissen|weiß|lernen|lernt|verstehen|versteht|sind|ist)\b|\s*[,:]|$)/i,
    ],
    nobody: /^(?:sie|du|ihr|wir|man|es|dies|hier|alle)\b/i,
  },
};
