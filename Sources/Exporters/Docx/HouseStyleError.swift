/// Why a file cannot be the house style of the chapter.
public enum HouseStyleError: Error, Hashable, Sendable {
  /// It is no ZIP archive, as every Word file since 2007 is.
  case notAnArchive
  /// It has a password, or it is of Word 97–2003.
  case protectedOrOld
  /// It is an archive, but not of Word.
  case notWord
  /// It was saved as "Strict Open XML".
  case strict
  /// It is larger than any house style, or claims to be.
  case tooLarge
  /// A part of it cannot be read.
  case damaged(part: String)
  /// A header, footer or theme needs a picture or file outside of it.
  case linked(part: String)
  /// A header or footer holds a macro, control or embedded file.
  case embedded(part: String)

  /// What is wrong and what to do, as a piece of a Dutch sentence.
  public var reason: String {
    switch self {
    case .notAnArchive: "het is geen Word-bestand. Sla het in Word op als .docx"
    case .protectedOrOld:
      "het heeft een wachtwoord of is van een oude versie van Word. Haal het wachtwoord weg en sla "
        + "het op als .docx"
    case .notWord: "het is een ander soort bestand dan Word. Kies een .docx"
    case .strict: "het is opgeslagen als \"Strict Open XML\". Sla het op als gewoon Word-document"
    case .tooLarge:
      "het is te groot voor een huisstijl. Haal de inhoud en grote afbeeldingen eruit"
    case .damaged(let part):
      "het onderdeel \(part) is beschadigd. Open het in Word en sla het opnieuw op"
    case .linked(let part):
      "\(part) gebruikt een afbeelding buiten het bestand. Zet de afbeelding in het bestand zelf"
    case .embedded(let part):
      "\(part) bevat een macro of een ingesloten bestand. Haal dat eruit"
    }
  }

  init(_ error: ZipError, isOffice: Bool = false, part: String = "[Content_Types].xml") {
    switch error {
    case .notAnArchive: self = isOffice ? .protectedOrOld : .notAnArchive
    case .encrypted: self = .protectedOrOld
    case .tooLarge: self = .tooLarge
    case .damaged, .failed: self = .damaged(part: part)
    }
  }
}
