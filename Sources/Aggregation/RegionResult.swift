import Definitions
import WijkModel

/// Everything that the aggregation found out about a region, not yet protected.
///
/// Only ``releases`` go on to disclosure control. The rest is for `controleer`, the run record and
/// `intern/datakwaliteit`, which are not shared.
public struct RegionResult: Sendable {
  /// One release per wijk, in the order of the plan.
  public var releases: [DraftRelease] = []
  /// Findings of the aggregation, such as W303 and W304; those of the importers are not in it.
  public var findings = FindingLog()
  /// Findings that refuse the run (exit 65), such as E306.
  public var refusals = FindingLog()
  /// From records read to patients counted, over all practice lists.
  public var waterfall: [WaterfallStep] = []
  /// The same per file, ordered by file.
  public var waterfallByFile: [FileWaterfall] = []
  /// Per practice: waterfall and facts of data quality, in the order of AGB codes.
  public var practices: [PracticeQuality] = []
  /// Records that reach the counts per file of `episoden` and `ketenzorg`, and counted patients per
  /// file of `praktijklijst`.
  public var countedByFile: [String: Int] = [:]

  /// Makes an empty result.
  public init() {}
}

/// From records read to patients counted, of one file.
public struct FileWaterfall: Hashable, Sendable {
  /// The file as findings name it.
  public let file: String
  /// The steps, the empty ones included.
  public let steps: [WaterfallStep]

  /// Makes the waterfall of a file.
  public init(file: String, steps: [WaterfallStep]) {
    self.file = file
    self.steps = steps
  }
}

/// What `intern/datakwaliteit` says of one practice; it is not shared.
public struct PracticeQuality: Hashable, Sendable {
  /// The AGB code; nil when its file has none.
  public let practice: AGBCode?
  /// The name, or the file for a practice without AGB code and name; may be empty.
  public let name: String
  /// The slug of its wijk; empty when it belongs to none.
  public let wijk: String
  /// From records read to patients counted.
  public var steps: [WaterfallStep] = []
  /// Counted patients.
  public var patients = 0
  /// Counted patients whose sex is other or unknown; tables by sex place them under M or V.
  public var sexOtherOrUnknown = 0
  /// Counted patients without a known Dutch postcode.
  public var postcodeUnknown = 0
  /// Counted patients who may be registered with another practice too; nil when not searched.
  public var possibleDoubles: Int?
  /// Episodes (one per code) that were read; 0 without `episoden`.
  public var episodes = 0
  /// Episodes of a patient number that the practice list does not have.
  public var episodesWithoutPatient = 0
  /// Patients per disease group that tables do not show ("nader te coderen") and with diabetes of
  /// which no type is recorded, by the group's id; empty without `episoden`.
  public var incompleteGroups: [String: Int] = [:]
  /// Chain-care rows that were read.
  public var careRows = 0

  /// Makes an empty record of a practice.
  public init(practice: AGBCode?, name: String, wijk: String) {
    self.practice = practice
    self.name = name
    self.wijk = wijk
  }
}
