import Definitions
import WijkModel

/// What a compact count needs to know: who and what counts, and how many rows to expect.
public struct CompactPlan: Sendable {
  /// The names of the groups, at most ``CompactPlan/groupLimit``, in the order of the bits.
  public let groups: [String]
  /// The number of partitions, a power of two.
  public let partitions: Int
  let rules: EpisodeRules
  let judge: RowJudge
  let shift: UInt64

  /// The most groups a compact row can hold.
  public static let groupLimit = 24

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - groups: The disease groups; those beyond ``groupLimit`` are left out.
  ///   - date: The reference date.
  ///   - expectedPatients: About how many rows of patients come; decides the number of partitions.
  public init(groups: [DiseaseGroup], date: CalendarDate, expectedPatients: Int) {
    let groups = Array(groups.prefix(Self.groupLimit))
    self.groups = groups.map(\.name)
    rules = EpisodeRules(groups, date: date, recentMonths: 12)
    judge = RowJudge(date: date)
    var bits = 0
    while expectedPatients >> bits > 4096 && bits < 12 { bits += 1 }
    partitions = 1 << bits
    shift = UInt64(64 - bits)
  }

  /// The partition of a key; multiplying by the golden ratio spreads numbers that follow each other.
  @inline(__always)
  func partition(_ key: UInt64) -> Int {
    partitions == 1 ? 0 : Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }
}

/// Counted rows of persons whose patient number alone is the key, in 16 bytes per patient and 8 per
/// episode.
///
/// Takes rows of which every cell has the usual form and the key is a number of at most ten digits;
/// the rules of counting are those of the reports. One thread at a time may add.
public final class CompactRows: @unchecked Sendable {
  /// Key, postcode, age and sex in one word, and the first day.
  struct Patient: BitwiseCopyable {
    let word: UInt64
    let enrolledFrom: Int32
  }

  /// Bits below the key in a word of a patient: postcode 14, age 7, sex 2.
  static let patientBits: UInt64 = 23
  /// Bits below the key in a word of an episode: one per group.
  static let episodeBits: UInt64 = 24

  let patients: PartitionedRows<Patient>
  let episodes: PartitionedRows<UInt64>
  private let plan: CompactPlan

  /// Makes an empty collection.
  public init(_ plan: CompactPlan) {
    self.plan = plan
    patients = PartitionedRows(partitions: plan.partitions)
    episodes = PartitionedRows(partitions: plan.partitions)
  }

  /// Takes a patient who counts by itself.
  public func add(_ row: PatientRow) {
    guard row.isPlain, row.age <= 120, let key = row.key.number,
      plan.judge.stage(row) == .counted
    else { return }
    let word =
      key << Self.patientBits | UInt64(row.postcode) << 9 | UInt64(row.age) << 2
      | UInt64(row.sex.rawValue)
    patients.append(
      Patient(word: word, enrolledFrom: row.enrolledFrom), to: plan.partition(key))
  }

  /// Takes an episode that adds its patient to a group.
  public func add(_ row: EpisodeRow) {
    guard row.isPlain else { return }
    let groups = plan.rules.groups(code: row.code, begin: row.begin, end: row.end)
    guard groups != 0, let key = row.key.number else { return }
    episodes.append(key << Self.episodeBits | groups, to: plan.partition(key))
  }
}

extension PersonKey {
  /// The number that the key is when it has one to ten digits and nothing else.
  @inline(__always)
  var number: UInt64? {
    let length = low & 0xFF
    guard low >> 63 == 0, length >= 1, length <= 10 else { return nil }
    // Zeros in front make eight digits of fewer.
    let missing = length < 8 ? 0x3030_3030_3030_3030 &<< (length &* 8) : 0
    let digits = (high | missing).byteSwapped ^ 0x3030_3030_3030_3030
    guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    // Pairs, then fours, then eight; the first digit is the lowest byte.
    let pairs = digits &* 10 &+ digits &>> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    var number =
      (pairs & mask &* 0x000F_4240_0000_0064
        &+ (pairs &>> 16 & mask) &* 0x0000_2710_0000_0001) &>> 32
    var rest = length > 8 ? length - 8 : 0
    while rest > 0 {
      let digit = (low &>> (rest &* 8) & 0xFF) ^ 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ digit
      rest -= 1
    }
    return number
  }
}
