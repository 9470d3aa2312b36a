import WijkModel

extension SourceImporter {
  /// Reads a practice list; with a column `icpc` (the wide form) its episodes, too.
  func readPracticeList(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = PracticeListReader(
      table, referenceDate: referenceDate,
      highestAge: Int(definitions.limits["leeftijd_hoogstens"] ?? 120),
      searchesDoubles: settings.searchesDoubles)
    try table.forEachRow(&log) { row, _ in reader.read(row) }
    log.addDefaults(
      [
        "praktijk_agb": "het bestand is een praktijk", "categorie": "V", "inschrijfdatum": "altijd",
      ],
      where: { !table.has($0) })
    reader.finish(&log)
    data.patients.append(reader.patients)
    if table.has("icpc") { data.episodes.append(reader.episodes) }
  }
}

extension FileLog {
  /// Says once which default stands in for an absent column (W203).
  mutating func addDefaults(_ defaults: [String: String], where isAbsent: (String) -> Bool) {
    for (column, value) in defaults.sorted(by: { $0.key < $1.key }) where isAbsent(column) {
      add("W203", column: column, facts: ["waarde": value])
    }
  }
}

/// Fills the columns of one practice list, row by row; nothing is allocated per row.
private struct PracticeListReader {
  /// The fields of the columns in the file.
  private struct Fields {
    let key, birth, age, sex, postcode, from, until, reason, death, category, practice, name, icpc,
      pseudonym: Int?

    init(_ table: OpenTable) {
      key = table.field("patientnummer")
      birth = table.field("geboortedatum")
      age = table.field("leeftijd")
      sex = table.field("geslacht")
      postcode = table.field("postcode")
      from = table.field("inschrijfdatum")
      until = table.field("uitschrijfdatum")
      reason = table.field("uitschrijfreden")
      death = table.field("overlijdensdatum")
      category = table.field("categorie")
      practice = table.field("praktijk_agb")
      name = table.field("praktijknaam")
      icpc = table.field("icpc")
      pseudonym = table.field("pseudoniem")
    }
  }

  private(set) var patients: PatientColumns
  private(set) var episodes: EpisodeColumns
  private let table: OpenTable
  private let fields: Fields
  private let referenceDate: CalendarDate
  private let highestAge: Int
  private let searchesDoubles: Bool

  private var keys = ColumnTally("patientnummer")
  private var births = DateColumn<BirthDate>("geboortedatum")
  private var ages = ColumnTally("leeftijd")
  private var sexes = ColumnTally("geslacht")
  private var postcodes = ColumnTally("postcode")
  private var froms = DateColumn<Int32>("inschrijfdatum")
  private var untils = DateColumn<Int32>("uitschrijfdatum")
  private var reasons = ColumnTally("uitschrijfreden")
  private var deaths = DateColumn<Int32>("overlijdensdatum")
  private var categories = ColumnTally("categorie")
  private var practices = ColumnTally("praktijk_agb")
  private var names = TextColumn("praktijknaam")
  private var codes = ColumnTally("icpc")
  private var pseudonyms = ColumnTally("pseudoniem")
  private var rowCodes: [ICPCCode] = []
  private var lastNamed = ColumnCode.noPractice

  init(
    _ table: OpenTable, referenceDate: CalendarDate, highestAge: Int, searchesDoubles: Bool
  ) {
    self.table = table
    self.referenceDate = referenceDate
    self.highestAge = highestAge
    self.searchesDoubles = searchesDoubles
    fields = Fields(table)
    patients = PatientColumns(file: table.file.name)
    patients.isOnePractice = fields.practice == nil
    episodes = EpisodeColumns(file: table.file.name)
    episodes.isWideForm = true
  }

  /// Reads a row; one without a key is left out, everything else is a value or unknown.
  mutating func read(_ row: Row) -> RowOutcome {
    let key = KeyCell.parse(row.cell(fields.key))
    guard case .value(let person, _) = key else {
      if case .rejected(let code) = key { keys.note(code, line: row.line) }
      return .rejected
    }
    _ = keys.take(key, line: row.line)
    patients.keys.append(person)
    patients.lines.append(UInt32(row.line))
    let practice = readPractice(row)
    let birth = readAge(row)
    let sex = sexes.take(SexCell.parse(row.cell(fields.sex)), line: row.line) ?? .unknown
    patients.sexes.append(sex)
    let postcode = readPostcode(row)
    readDates(row)
    readCategory(row)
    readPseudonym(row)
    readCodes(row, person: person, practice: practice)
    appendContent()
    if searchesDoubles { appendDoubleKey(row, birth: birth, sex: sex, postcode: postcode) }
    return .accepted
  }

  /// Takes back what the whole column has refuted, and hands over findings and numbers.
  mutating func finish(_ log: inout FileLog) {
    for row in births.finish() { patients.ages[row] = ColumnCode.ageUnknown }
    for row in froms.finish() { patients.enrolledFrom[row] = ColumnCode.noDate }
    for row in untils.finish() { patients.enrolledUntil[row] = ColumnCode.noDate }
    for row in deaths.finish() { patients.deceased[row] = ColumnCode.noDate }
    let all = [
      keys, births.tally, ages, sexes, postcodes, froms.tally, untils.tally, reasons, deaths.tally,
      categories, practices, names.tally, codes, pseudonyms,
    ]
    log.add(all.filter { table.has($0.column) })
    patients.recordsRead = log.record.records
    patients.recordsRejected = log.record.rejected
    episodes.recordsRead = log.record.records
    episodes.recordsRejected = log.record.rejected
    // Only the aggregation knows who counts.
    log.record.counted = 0
  }

  private mutating func readPractice(_ row: Row) -> UInt32 {
    guard fields.practice != nil else {
      patients.practices.append(ColumnCode.noPractice)
      return ColumnCode.noPractice
    }
    let code = practices.take(AGBCell.parse(row.cell(fields.practice)), line: row.line)
    let number = code?.number ?? ColumnCode.noPractice
    patients.practices.append(number)
    if fields.name != nil, let name = names.read(row.cell(fields.name), line: row.line),
      number != lastNamed, number != ColumnCode.noPractice
    {
      if patients.practiceNames[number] == nil { patients.practiceNames[number] = name }
      lastNamed = number
    }
    return number
  }

  /// The age by the date of birth, or by the column of ages where there is no usable date.
  private mutating func readAge(_ row: Row) -> BirthDate? {
    var birth: BirthDate?
    var age = ColumnCode.ageUnknown
    if fields.birth != nil {
      let reference = referenceDate
      let limit = highestAge
      let result = births.read(row.cell(fields.birth), row: patients.ages.count, line: row.line) {
        BirthDate.judge($0, at: reference, highestAge: limit)
      }
      if case .value(let value, _) = result {
        birth = value
        age = value.age
      } else if case .rejected("E336") = result {
        age = ColumnCode.bornLater
      }
    }
    if fields.age != nil {
      let value = ages.take(AgeCell.parse(row.cell(fields.age)), line: row.line)
      if age == ColumnCode.ageUnknown, let value { age = value }
    }
    patients.ages.append(age)
    return birth
  }

  private mutating func readPostcode(_ row: Row) -> Postcode4? {
    let result = PostcodeCell.parse(row.cell(fields.postcode))
    let postcode = postcodes.take(result, line: row.line)
    if let postcode {
      patients.postcodes.append(postcode.number)
    } else if case .missing(_, .some) = result {
      patients.postcodes.append(ColumnCode.postcodeForeign)
    } else {
      patients.postcodes.append(ColumnCode.postcodeUnknown)
    }
    return postcode
  }

  private mutating func readDates(_ row: Row) {
    let index = patients.enrolledFrom.count
    patients.enrolledFrom.append(
      fields.from == nil
        ? ColumnCode.noDate : froms.day(row.cell(fields.from), row: index, line: row.line))
    patients.enrolledUntil.append(
      fields.until == nil
        ? ColumnCode.noDate : untils.day(row.cell(fields.until), row: index, line: row.line))
    patients.deceased.append(
      fields.death == nil
        ? ColumnCode.noDate : deaths.day(row.cell(fields.death), row: index, line: row.line))
    if fields.reason != nil {
      // Only whether there is one: the text itself is not needed.
      let isBlank = row.cell(fields.reason).isEmpty
      _ = reasons.take(
        isBlank ? CellResult<Bool>.missing(.unknown, nil) : .value(true, nil), line: row.line)
    }
  }

  private mutating func readCategory(_ row: Row) {
    guard fields.category != nil else {
      patients.categories.append(.regular)
      return
    }
    let category = categories.take(CategoryCell.parse(row.cell(fields.category)), line: row.line)
    patients.categories.append(category ?? .unknown)
  }

  private mutating func readPseudonym(_ row: Row) {
    guard fields.pseudonym != nil else { return }
    let key = PersonKey(row.cell(fields.pseudonym))
    let result: CellResult<PersonKey> = key.map { .value($0, nil) } ?? .missing(.unknown, nil)
    patients.pseudonyms.append(pseudonyms.take(result, line: row.line))
  }

  private mutating func readCodes(_ row: Row, person: PersonKey, practice: UInt32) {
    guard fields.icpc != nil else { return }
    rowCodes.removeAll(keepingCapacity: true)
    let result = ICPCListCell.parse(row.cell(fields.icpc), into: &rowCodes)
    _ = codes.take(result, line: row.line)
    for code in rowCodes {
      episodes.append(
        code, of: person, practice: practice, begin: ColumnCode.noDate, end: ColumnCode.noDate,
        line: row.line)
    }
  }

  /// The hash of what the row says of the person, the first day of enrolment and the problems left
  /// out: rows that differ in those do not contradict each other.
  private mutating func appendContent() {
    let row = patients.ages.count - 1
    var hash = ContentHash()
    hash.add(UInt64(patients.ages[row]))
    hash.add(UInt64(patients.sexes[row].rawValue))
    hash.add(UInt64(patients.postcodes[row]))
    hash.add(UInt64(truncatingIfNeeded: patients.enrolledUntil[row]))
    hash.add(UInt64(truncatingIfNeeded: patients.deceased[row]))
    hash.add(UInt64(patients.categories[row].rawValue))
    if let pseudonym = patients.pseudonyms.last ?? nil {
      hash.add(pseudonym.high)
      hash.add(pseudonym.low)
    }
    patients.contents.append(hash.value)
  }

  private mutating func appendDoubleKey(
    _ row: Row, birth: BirthDate?, sex: RecordedSex, postcode: Postcode4?
  ) {
    guard let birth, birth.day != ColumnCode.noDate, sex == .male || sex == .female, let postcode,
      let letters = PostcodeCell.letters(row.cell(fields.postcode))
    else {
      patients.doubleKeys.append(0)
      return
    }
    var hash = ContentHash()
    hash.add(UInt64(truncatingIfNeeded: birth.day))
    hash.add(UInt64(sex.rawValue))
    hash.add(UInt64(postcode.number) << 16 | UInt64(letters))
    patients.doubleKeys.append(hash.value == 0 ? 1 : hash.value)
  }
}
