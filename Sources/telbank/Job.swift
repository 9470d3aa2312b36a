import Aggregation
import Definitions
import DelimitedText
import Importers
import WijkModel

/// Reads and counts the two files.
struct Job: Sendable {
  let patients: PersonTable
  let episodes: PersonTable
  let plan: CompactPlan
  let threads: Int

  /// Opens the files and checks their bytes.
  init(_ arguments: Arguments, definitions: DefinitionSet) throws(RefusedFile) {
    let importer = SourceImporter(
      definitions: definitions, referenceDate: arguments.referenceDate, settings: RegionSettings())
    let kinds = ["praktijklijst", "episoden"]
    let files = arguments.files
    let open: @Sendable (Int) -> Swift.Result<PersonTable, RefusedFile> = { index in
      var request = ImportRequest(path: files[index], name: files[index], kind: kinds[index])
      request.takesHash = false
      do throws(RefusedFile) {
        return .success(try PersonTable(request, importer: importer))
      } catch { return .failure(error) }
    }
    let tables = arguments.threads > 1 ? concurrently(2, open) : [open(0), open(1)]
    patients = try tables[0].get()
    episodes = try tables[1].get()
    threads = arguments.threads
    plan = CompactPlan(
      groups: BenchmarkGroups.all, date: arguments.referenceDate,
      expectedPatients: patients.size / 54)
  }

  /// The counts; on one thread when the files cannot be cut where it was guessed.
  func counts() throws(RefusedFile) -> CompactCounts {
    if threads > 1, let collections = try? read(threads) { return count(collections) }
    guard let collections = try read(1) else { return CompactCounts(plan) }
    return count(collections)
  }

  /// What the threads collected; nil when a cut was no place between two records.
  private func read(_ threads: Int) throws(RefusedFile) -> [CompactRows]? {
    let patientParts = try patients.parts(threads)
    let episodeParts = try episodes.parts(threads)
    let results = concurrently(threads) { thread in
      Swift.Result<Collected, RefusedFile>(catching: { () throws(RefusedFile) in
        try collect(part(thread, patientParts), part(thread, episodeParts))
      })
    }
    var collected: [Collected] = []
    for result in results { collected.append(try result.get()) }
    let readings = [collected.compactMap(\.patients), collected.compactMap(\.episodes)]
    for parts in readings where !parts.dropLast().allSatisfy(\.endsBetweenRecords) { return nil }
    _ = try patients.finish(readings[0])
    _ = try episodes.finish(readings[1])
    return collected.map(\.rows)
  }

  private func collect(
    _ patientPart: FilePart?, _ episodePart: FilePart?
  ) throws(RefusedFile) -> Collected {
    let rows = CompactRows(plan)
    var result = Collected(rows: rows)
    if let part = patientPart { result.patients = try patients.readPatients(part) { rows.add($0) } }
    if let part = episodePart { result.episodes = try episodes.readEpisodes(part) { rows.add($0) } }
    return result
  }

  private func count(_ collections: [CompactRows]) -> CompactCounts {
    let plan = plan
    let share = (plan.partitions + threads - 1) / threads
    let parts = concurrently(threads) { thread in
      CompactCounts(
        collections, plan: plan,
        partitions: min(
          thread * share, plan.partitions)..<min((thread + 1) * share, plan.partitions))
    }
    var sum = parts[0]
    for part in parts.dropFirst() { sum.add(part) }
    return sum
  }

  private func part(_ index: Int, _ parts: [FilePart]) -> FilePart? {
    parts.indices.contains(index) ? parts[index] : nil
  }
}

/// What one thread read.
private struct Collected: Sendable {
  let rows: CompactRows
  var patients: PersonTable.PartReading?
  var episodes: PersonTable.PartReading?
}
