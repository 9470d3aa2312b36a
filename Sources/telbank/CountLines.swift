import Aggregation
import WijkModel

/// The counts as lines of text: `tabel,pc4,leeftijd,geslacht,groep,aantal`.
enum CountLines {
  static func text(_ counts: CompactCounts, groups: [String]) -> [UInt8] {
    var text = Array("tabel,pc4,leeftijd,geslacht,groep,aantal\n".utf8)
    func add(_ count: Int, _ cells: @autoclosure () -> String) {
      if count > 0 { text += "\(cells()),\(count)\n".utf8 }
    }
    let sexes: [(sex: RecordedSex, letter: String)] = [(.male, "M"), (.female, "V"), (.other, "O")]
    for postcode in counts.postcodes {
      for band in 0..<CompactCounts.bandCount {
        for (sex, letter) in sexes {
          add(
            counts.persons(postcode: postcode, band: band, sex: sex),
            "demografie,\(postcode),\(label(band)),\(letter),")
        }
      }
      for (place, group) in groups.enumerated() {
        add(
          counts.persons(postcode: postcode, group: place), "ziekte,\(postcode),,,\(group)")
      }
      add(counts.personsInSeveral(postcode: postcode), "multimorbiditeit,\(postcode),,,")
    }
    return text
  }

  private static func label(_ band: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return band == CompactCounts.bandCount - 1
      ? "95+" : "\(two(5 * band))-\(two(5 * band + 4))"
  }
}
