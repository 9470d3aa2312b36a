import WijkModel

extension SourceImporter {
  /// Reads a practice list; with a column `icpc` (the wide form) its episodes, too.
  func readPracticeList(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = PracticeListReader(table, self)
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
struct PracticeListReader {
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
  /// The place of the next row in the columns.
  private var rowCount = 0
  private let referenceYear: Int
  private let referenceMonthDay: Int

  init(_ table: OpenTable, _ importer: SourceImporter) {
    self.table = table
    referenceDate = importer.referenceDate
    highestAge = Int(importer.definitions.limits["leeftijd_hoogstens"] ?? 120)
    searchesDoubles = importer.settings.searchesDoubles
    let (year, month, day) = referenceDate.components
    referenceYear = year
    referenceMonthDay = month * 100 + day
    fields = Fields(table)
    patients = PatientColumns(file: table.file.name)
    patients.isOnePractice = fields.practice == nil
    episodes = EpisodeColumns(file: table.file.name)
    episodes.isWideForm = true
  }

  /// Reads a row; one without a key is left out, everything else is a value or unknown.
  mutating func read(_ row: Row) -> RowOutcome {
    var birth: BirthDate?
    guard let patient = patient(row, &birth) else { return .rejected }
    patients.append(patient)
    rowCount += 1
    readPseudonym(row)
    readCodes(row, person: patient.key, practice: patient.practice)
    appendContent(patient)
    if searchesDoubles { appendDoubleKey(row, patient, birth: birth) }
    return .accepted
  }

  /// The patient of a row, counted in the tallies but not kept; nil without a key.
  @inline(__always)
  mutating func patient(_ row: Row, _ birth: inout BirthDate?) -> PatientRow? {
    guard let key = PersonKey(cell: row.cell(fields.key)) else {
      keys.note("E304", line: row.line)
      return nil
    }
    keys.takePlain()
    var patient = PatientRow(key: key, line: row.line)
    readPractice(row, &patient)
    birth = readAge(row, &patient)
    let sex = row.plain(fields.sex)
    if let plain = PlainCell.sex(sex) {
      sexes.takePlain()
      patient.sex = plain
    } else {
      patient.sex = sexes.take(SexCell.parse(sex.trimmed), line: row.line) ?? .unknown
      if patient.sex == .unknown { patient.isPlain = false }
    }
    readPostcode(row, &patient)
    readDates(row, &patient)
    if fields.category != nil {
      let category = CategoryCell.parse(row.cell(fields.category))
      patient.category = categories.take(category, line: row.line) ?? .unknown
    }
    return patient
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

  @inline(__always)
  private mutating func readPractice(_ row: Row, _ patient: inout PatientRow) {
    guard fields.practice != nil else { return }
    let cell = row.plain(fields.practice)
    if let plain = PlainCell.practice(cell) {
      practices.takePlain()
      patient.practice = plain
    } else if let code = practices.take(AGBCell.parse(cell.trimmed), line: row.line) {
      patient.practice = code.number
    }
    if fields.name != nil { readName(row, patient.practice) }
  }

  private mutating func readName(_ row: Row, _ number: UInt32) {
    guard let name = names.read(row.cell(fields.name), line: row.line), number != lastNamed,
      number != ColumnCode.noPractice
    else { return }
    if patients.practiceNames[number] == nil { patients.practiceNames[number] = name }
    lastNamed = number
  }

  /// The age by the date of birth, or by the column of ages where there is no usable date.
  @inline(__always)
  private mutating func readAge(_ row: Row, _ patient: inout PatientRow) -> BirthDate? {
    if fields.birth != nil, fields.age == nil, let day = births.plainDay(row.plain(fields.birth)),
      day.dayNumber <= referenceDate.dayNumber
    {
      let age = referenceYear &- day.year &- (referenceMonthDay < day.monthDay ? 1 : 0)
      if age <= highestAge {
        births.takePlain()
        patient.age = UInt8(clamping: age)
        return BirthDate(age: patient.age, day: day.dayNumber)
      }
    }
    patient.isPlain = false
    return readOddAge(row, &patient)
  }

  private mutating func readOddAge(_ row: Row, _ patient: inout PatientRow) -> BirthDate? {
    var birth: BirthDate?
    if fields.birth != nil {
      let reference = referenceDate
      let limit = highestAge
      let result = births.read(row.cell(fields.birth), row: rowCount, line: row.line) {
        BirthDate.judge($0, at: reference, highestAge: limit)
      }
      if case .value(let value, _) = result {
        birth = value
        patient.age = value.age
      } else if case .rejected("E336") = result {
        patient.age = ColumnCode.bornLater
      }
    }
    if fields.age != nil {
      let value = ages.take(AgeCell.parse(row.cell(fields.age)), line: row.line)
      if patient.age == ColumnCode.ageUnknown, let value { patient.age = value }
    }
    return birth
  }

  @inline(__always)
  private mutating func readPostcode(_ row: Row, _ patient: inout PatientRow) {
    let cell = row.plain(fields.postcode)
    if let plain = PlainCell.postcode(cell) {
      postcodes.takePlain()
      patient.postcode = plain
    } else {
      readOddPostcode(cell.trimmed, line: row.line, &patient)
    }
  }

  private mutating func readOddPostcode(_ cell: CellBytes, line: Int, _ patient: inout PatientRow) {
    let result = PostcodeCell.parse(cell)
    if let postcode = postcodes.take(result, line: line) {
      patient.postcode = postcode.number
      return
    }
    patient.isPlain = false
    if case .missing(_, .some) = result { patient.postcode = ColumnCode.postcodeForeign }
  }

  @inline(__always)
  private mutating func readDates(_ row: Row, _ patient: inout PatientRow) {
    if fields.from != nil {
      patient.enrolledFrom = froms.day(
        row.plain(fields.from), row: rowCount, line: row.line, isPlain: &patient.isPlain)
      if patient.enrolledFrom == ColumnCode.noDate { patient.isPlain = false }
    }
    if fields.until != nil {
      patient.enrolledUntil = untils.day(
        row.plain(fields.until), row: rowCount, line: row.line, isPlain: &patient.isPlain)
    }
    if fields.death != nil {
      patient.deceased = deaths.day(
        row.plain(fields.death), row: rowCount, line: row.line, isPlain: &patient.isPlain)
    }
    if fields.reason != nil {
      // Only whether there is one: the text itself is not needed.
      if row.cell(fields.reason).isEmpty { reasons.takeBlank() } else { reasons.takePlain() }
    }
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
      var episode = EpisodeRow(key: person, line: row.line)
      episode.practice = practice
      episode.code = code.packed
      episodes.append(episode)
    }
  }

  /// The hash of what the row says of the person, the first day of enrolment and the problems left
  /// out: rows that differ in those do not contradict each other.
  private mutating func appendContent(_ patient: PatientRow) {
    var hash = ContentHash()
    hash.add(
      UInt64(patient.age) | UInt64(patient.sex.rawValue) << 8
        | UInt64(patient.category.rawValue) << 16 | UInt64(patient.postcode) << 24)
    hash.add(
      UInt64(UInt32(bitPattern: patient.enrolledUntil))
        | UInt64(UInt32(bitPattern: patient.deceased)) << 32)
    if let pseudonym = patients.pseudonyms.last ?? nil {
      hash.add(pseudonym.high)
      hash.add(pseudonym.low)
    }
    patients.contents.append(hash.value)
  }

  private mutating func appendDoubleKey(
    _ row: Row, _ patient: PatientRow, birth: BirthDate?
  ) {
    guard let birth, birth.day != ColumnCode.noDate,
      patient.sex == .male || patient.sex == .female, patient.postcode >= 1000,
      let letters = PostcodeCell.letters(row.cell(fields.postcode))
    else {
      patients.doubleKeys.append(0)
      return
    }
    var hash = ContentHash()
    hash.add(UInt64(truncatingIfNeeded: birth.day))
    hash.add(UInt64(patient.sex.rawValue))
    hash.add(UInt64(patient.postcode) << 16 | UInt64(letters))
    patients.doubleKeys.append(hash.value == 0 ? 1 : hash.value)
  }
}
