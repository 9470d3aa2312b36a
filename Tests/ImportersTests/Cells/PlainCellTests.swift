import TestSupport
import Testing
import WijkModel

@testable import Importers

/// The fast forms against the parsers that know all forms.
@Suite("Usual forms of cells")
struct PlainCellTests {
  private let months = MonthStarts()

  @Test("Every day from 1899 until 2151, and days that do not exist")
  func days() {
    for year in 1899...2151 {
      for month in 0...13 {
        for day in [0, 1, 2, 15, 28, 29, 30, 31, 32] {
          func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
          let text = "\(padded(day))-\(padded(month))-\(year)"
          let fast = cell(text) { PlainCell.day($0, months) }
          let date = CalendarDate(year: year, month: month, day: day)
          let isUsual = (1900...2149).contains(year) && date?.dayNumber != -25_567
          #expect(fast?.dayNumber == (isUsual ? date?.dayNumber : nil), "\(text)")
          if let fast {
            #expect(fast.year == year && fast.monthDay == month * 100 + day)
            #expect(
              cell(text) { DateCell.parse($0) } == .value(.day(date ?? .init(dayNumber: 0)), nil))
          }
        }
      }
    }
  }

  @Test("What is read fast is read the same by the full parser", arguments: 0..<8 as Range<UInt64>)
  func agreement(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let starts = [
      "12-03-1961", "2312 AB", "2312AB", "T90", "T90.02", "01001234", "M", "123456789", "S31.01",
    ]
    let signs = Array("0123456789-/. ABDEMOSTVXZabt;:\u{E9}").map(String.init)
    for _ in 0..<4000 {
      var text = (starts.randomElement(using: &generator) ?? "").map(String.init)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<text.count, using: &generator)
        text[place] = signs.randomElement(using: &generator) ?? ""
      }
      check(text.joined())
    }
  }

  private func check(_ text: String) {
    if let day = cell(text, { PlainCell.day($0, months) }) {
      let date = CalendarDate(dayNumber: day.dayNumber)
      #expect(cell(text) { DateCell.parse($0) } == .value(.day(date), nil), "\(text)")
    }
    if let code = cell(text, { PlainCell.code($0) }) {
      var codes: [ICPCCode] = []
      #expect(cell(text) { ICPCListCell.parse($0, into: &codes) } == .value(1, nil), "\(text)")
      #expect(codes == [code])
    }
    if let postcode = cell(text, { PlainCell.postcode($0) }) {
      #expect(
        cell(text) { PostcodeCell.parse($0) } == Postcode4(Int(postcode)).map { .value($0, nil) },
        "\(text)")
    }
    if let practice = cell(text, { PlainCell.practice($0) }) {
      #expect(
        cell(text) { AGBCell.parse($0) } == AGBCode(Int(practice)).map { .value($0, nil) },
        "\(text)")
    }
    if let sex = cell(text, { PlainCell.sex($0) }) {
      #expect(cell(text) { SexCell.parse($0) } == .value(sex, nil), "\(text)")
    }
  }

  @Test("Usual cells go the fast way, so that the comparison above compares something")
  func usual() {
    #expect(cell("12-03-1961") { PlainCell.day($0, months) }?.dayNumber == -3217)
    #expect(cell("2312 AB") { PlainCell.postcode($0) } == 2312)
    #expect(cell("2312AB") { PlainCell.postcode($0) } == 2312)
    #expect(cell("T90.02") { PlainCell.code($0) } == ICPCCode("T90.02"))
    #expect(cell("T90") { PlainCell.code($0) } == ICPCCode("T90"))
    #expect(cell("01001234") { PlainCell.practice($0) } == 1_001_234)
    #expect(
      ["M", "V", "O"].map { text in cell(text) { PlainCell.sex($0) } } == [.male, .female, .other])
  }

  @Test("A key from memory is the key from any bytes", arguments: 0..<20)
  func keys(length: Int) {
    let text = String("9A0\u{E9}7654-3210zyxwvut".prefix(length))
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { PersonKey(cell: $0) } == PersonKey(bytes))
  }
}

/// The test of a burgerservicenummer digit by digit, as the rule is written.
@Suite("The eleven-test, eight digits at once")
struct FastElevenProofTests {
  @Test("It agrees with the rule", arguments: 0..<4 as Range<UInt64>)
  func agreement(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      let length = Int.random(in: 7...10, using: &generator)
      var digits = (0..<length).map { _ in Int.random(in: 0...9, using: &generator) }
      if Int.random(in: 0..<50, using: &generator) == 0 { digits = digits.map { _ in 0 } }
      var text = digits.map(String.init).joined()
      let isNumber = Int.random(in: 0..<5, using: &generator) > 0
      if !isNumber { text = "/" + text.dropFirst() }
      var proof = ElevenProof()
      cell(text) { proof.take($0) }
      let isCandidate = isNumber && (length == 8 || length == 9) && digits.contains { $0 > 0 }
      let weights = length == 8 ? [8, 7, 6, 5, 4, 3, 2, -1] : [9, 8, 7, 6, 5, 4, 3, 2, -1]
      let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(proof.candidates == (isCandidate ? 1 : 0))
      #expect(proof.passes == (isCandidate && sum % 11 == 0 ? 1 : 0))
    }
  }
}
