import Definitions
import Statistics
import WijkModel

/// The scores of seriousness and influence that the collaboration gave (top3.md, section 3).
///
/// A score for the wijk goes before one for all wijken. Several scores of one problem count as their
/// mean.
struct SeverityIndex: Sendable {
  private let scores: [String: [SeverityScore]]

  /// Collects the scores for a wijk.
  ///
  /// - Parameters:
  ///   - data: Where the scores are.
  ///   - wijk: The wijk.
  ///   - id: The id of a problem by its id or name; nil when it is no problem of this kind.
  init(_ data: SourceData, wijk: Wijk, id: (String) -> String?) {
    var general: [String: [SeverityScore]] = [:]
    var own: [String: [SeverityScore]] = [:]
    for score in data.severities {
      guard let problem = id(score.problem) else { continue }
      if score.wijk.isEmpty {
        general[problem, default: []].append(score)
      } else if [wijk.name, wijk.slug].map(HeaderName.normalized)
        .contains(HeaderName.normalized(score.wijk))
      {
        own[problem, default: []].append(score)
      }
    }
    scores = general.merging(own) { general, own in own + general }
    ownProblems = own.mapValues(\.count)
  }

  private let ownProblems: [String: Int]

  /// B1 of a problem, 0...10; nil when nobody scored it.
  func severity(_ problem: String) -> Double? { mean(problem, \.severity) }

  /// C of a problem, 0...10; nil when nobody scored it.
  func influence(_ problem: String) -> Double? { mean(problem, \.influence) }

  private func mean(_ problem: String, _ part: (SeverityScore) -> Double?) -> Double? {
    let all = scores[problem] ?? []
    let ownCount = ownProblems[problem] ?? 0
    // The wijk's own scores stand first.
    for used in [all.prefix(ownCount), all.dropFirst(ownCount)] {
      let values = used.compactMap(part)
      if let mean = weightedMean(values.map { (value: $0, weight: 1) }) { return mean }
    }
    return nil
  }
}
