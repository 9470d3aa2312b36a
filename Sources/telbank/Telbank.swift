import Definitions
import DelimitedText
import Glibc
import Importers

/// Counts the two files of the benchmark by its own simple rules, over the readers and the counting
/// of the reports; for measuring only (`scripts/benchmark`).
///
/// It takes its arguments apart itself: at the size of one wijk starting takes as long as counting.
@main
struct Telbank {
  static func main() {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      write(Array(Arguments.usage.utf8), to: 2)
      exit(CommandLine.arguments.contains("--help") ? 0 : 64)
    }
    if arguments.readsOnly { return read(arguments) }
    guard let folder = definitionsFolder() else {
      fail("De map data/definities ontbreekt: zet telbank in de map van wijkbeeld.", 66)
    }
    do throws(DefinitionError) {
      run(
        arguments,
        try DefinitionSet.loadLayouts(of: ["praktijklijst", "episoden"], from: folder))
    } catch { fail("De definities in \(folder) zijn niet te lezen.", 78) }
  }

  private static func read(_ arguments: Arguments) {
    do throws(DelimitedTextError) {
      for name in arguments.files { write(Array("\(try recordCount(name))\n".utf8), to: 1) }
    } catch { fail("Een bestand is niet te lezen (\(error.code)).", 65) }
  }

  private static func run(_ arguments: Arguments, _ definitions: DefinitionSet) {
    do throws(RefusedFile) {
      let job = try Job(arguments, definitions: definitions)
      let text = CountLines.text(try job.counts(), groups: job.plan.groups)
      if !write(text, to: 1) { fail("De uitvoer kon niet worden geschreven.", 74) }
    } catch {
      let codes = error.findings.map(\.code.rawValue).joined(separator: ", ")
      fail("\(error.record.file) is niet te gebruiken (\(codes)).", 65)
    }
  }

  /// The first `data/definities` above the real path of the program.
  private static func definitionsFolder() -> String? {
    guard let real = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(real) }
    var folder = String(cString: real)
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if access(folder + "/data/definities", R_OK) == 0 { return folder + "/data/definities" }
    }
    return nil
  }

  private static func fail(_ message: String, _ status: Int32) -> Never {
    write(Array("telbank: \(message)\n".utf8), to: 2)
    exit(status)
  }

  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno != EINTR { return false }
        rest = rest.dropFirst(max(0, count))
      }
      return true
    }
  }
}
