import Testing
import WijkModel

@testable import Importers

@Suite("Burgerservicenummers under another name")
struct ElevenProofTests {
  /// Made-up numbers of nine digits that pass the test, from the rule itself.
  static func passing(_ count: Int) -> [String] {
    var result: [String] = []
    var stem = 10_000_001
    while result.count < count {
      let digits = String(stem).compactMap(\.wholeNumberValue)
      let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
      if sum % 11 < 10 { result.append("\(stem)\(sum % 11)") }
      stem += 104_729
    }
    return result
  }

  private func list(_ numbers: [String]) -> ListText {
    var list = ListText(numbers.count)
    for (row, number) in numbers.enumerated() { list.rows[row][0] = number }
    return list
  }

  @Test("A key column that passes refuses the file and tells no value (d123)")
  func refused() throws {
    let numbers = Self.passing(40)
    let read = try ImportSupport.read(list(numbers).text)
    #expect(read.isRefused)
    #expect(read.findings.map(\.code) == ["P402"])
    #expect(read.findings.first?.column == "patientnummer")
    #expect(read.findings.first?.facts == ["aandeel": "100 %"])
    #expect(read.data.patients.isEmpty)
  }

  @Test("Eight digits are nine with the zero lost")
  func eightDigits() {
    var proof = ElevenProof()
    // 0·9 + 1·8 + 2·7 + 3·6 + 4·5 + 5·4 + 6·3 + 7·2 = 112 = 10·11 + 2
    cell("12345672") { proof.take($0) }
    cell("12345673") { proof.take($0) }
    #expect(proof.candidates == 2)
    #expect(proof.passes == 1)
  }

  @Test("One that passes among many is chance (d124)")
  func chance() throws {
    let numbers = (0..<40).map { String(100_000_001 + $0 * 2) }
    var proof = ElevenProof()
    for number in numbers { cell(number) { proof.take($0) } }
    #expect(proof.passes < 10)
    #expect(try ImportSupport.read(list(numbers).text).codes == [])
  }

  @Test("An unknown column of such numbers refuses, one of a practice code does not")
  func unknownColumn() throws {
    var hidden = ListText(40).adding("klantcode", "")
    for (row, number) in Self.passing(40).enumerated() { hidden.rows[row][8] = number }
    let read = try ImportSupport.read(hidden.text)
    #expect(read.isRefused)
    #expect(read.findings("P402").first?.column == "klantcode")
    var shifted = ListText(80)
    for (row, number) in Self.passing(80).enumerated() { shifted.rows[row][6] = number }
    #expect(try ImportSupport.read(shifted.text).findings("P402").first?.column == "praktijk_agb")
    let code = try ImportSupport.read(ListText(40).adding("locatie", "12345672").text)
    #expect(code.codes == ["W202"])
  }
}
