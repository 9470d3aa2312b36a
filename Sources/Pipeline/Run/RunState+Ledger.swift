import DelimitedText
import DisclosureControl
import Exporters
import History
import WijkModel

extension RunState {
  /// Finds out how releases ended that a killed run left pending, by what stands now.
  ///
  /// A folder is exchanged as a whole, so one file that the release changed tells enough. When in doubt it
  /// stood: it then counts in later comparisons.
  ///
  /// - Throws: `E531` (78), `E602` (74).
  func settlePending() throws(PipelineError) {
    guard let file else { return }
    do throws(HistoryError) {
      for release in try file.pendingReleases() {
        let folder = output + "/" + release.wijk
        let stood =
          release.marks.isEmpty
          || release.marks.contains { Self.hash(folder + "/" + $0.path) == $0.sha256 }
        try file.settle([release.id], as: stood ? .published : .withdrawn, at: startedAt)
      }
    } catch {
      throw PipelineError(error, output: output)
    }
  }

  /// Writes new figures to the ledger before they are put in place.
  ///
  /// - Parameters:
  ///   - decisions: The wijken that will be written.
  ///   - folders: Their files.
  ///   - date: The reference date.
  /// - Returns: Their numbers in the ledger, to be settled after the swap.
  /// - Throws: `E602` (74).
  func begin(
    _ decisions: [ReleaseDecision], _ folders: [(name: String, files: [ExportedFile])],
    date: CalendarDate
  ) throws(PipelineError) -> [Int] {
    guard let file else { return [] }
    let releases = decisions.compactMap { decision -> NewRelease? in
      let slug = decision.released.wijk.slug
      guard let fresh = decision.fresh, let folder = folders.first(where: { $0.name == slug })
      else { return nil }
      return NewRelease(
        wijk: slug, referenceDate: date, conditions: fresh.conditions,
        tables: fresh.patients.storedText, marks: marks(slug, folder.files),
        startsSeries: startsSeries)
    }
    guard !releases.isEmpty else { return [] }
    do throws(HistoryError) { return try file.begin(releases, at: startedAt) } catch {
      throw PipelineError(error, output: output)
    }
  }

  /// Says that releases stand.
  ///
  /// - Throws: `E610` (74): they stand, but the ledger does not say so yet; the next run will.
  func publish(_ releases: [Int], now: Int) throws(PipelineError) {
    guard !releases.isEmpty, let file else { return }
    do throws(HistoryError) { try file.settle(releases, as: .published, at: now) } catch {
      throw PipelineError(error, output: output).afterSwap
    }
  }

  /// The files of a wijk that differ from what stands.
  private func marks(_ slug: String, _ files: [ExportedFile]) -> [ReleaseMark] {
    files.compactMap { file in
      let hash = SHA256.hexDigest(file.bytes)
      guard Self.hash(output + "/" + slug + "/" + file.path) != hash else { return nil }
      return ReleaseMark(path: file.path, sha256: hash)
    }
  }

  private static func hash(_ path: String) -> String? {
    (try? FileAccess.read(path, name: path, missing: "E520")).map(SHA256.hexDigest)
  }
}
