import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Reading published pages")
struct PageReaderTests {
  private static let folder = ProjectFolder.root.appendingPathComponent("reports/voorbeeld").path

  /// The pages and drawings of the sample, by path.
  private static func sample() throws -> [(path: String, bytes: [UInt8])] {
    let files = try PublishedFiles.read(folder + "/duinrand")
    let pages = files.keys.sorted().filter { path in
      [".md", ".html", ".svg"].contains(where: path.hasSuffix)
    }
    let index = try PublishedFiles.index(in: folder)
    return pages.map { ($0, files[$0] ?? []) } + [("index.html", index)]
  }

  private func expectSame(_ path: String, _ bytes: [UInt8], _ comment: Comment) {
    let text = String(decoding: bytes, as: UTF8.self)
    let expected =
      path.hasSuffix(".md") ? ObviousPageReader.markdown(text) : ObviousPageReader.html(text)
    #expect(PageReader.read(path, bytes) == expected, comment)
  }

  @Test("The sample is read as by an obvious reader")
  func pages() throws {
    let pages = try Self.sample()
    #expect(pages.count > 6)
    for (path, bytes) in pages {
      #expect(PageReader.read(path, bytes)?.tables.isEmpty == false, "\(path)")
      expectSame(path, bytes, "\(path)")
    }
  }

  @Test("Damaged pages are read as by an obvious reader", arguments: 1...8)
  func damaged(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = Array("<>=\"&;| \n\\*/-ax\u{A0}".utf8)
    for (path, bytes) in try Self.sample() {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      var damaged = Array(bytes[start..<min(start + 3_000, bytes.count)])
      for _ in 0..<20 {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        damaged[place] = signs.randomElement(using: &random) ?? 0
      }
      // An unfinished tag at the end is text for one reader and nothing for the other.
      damaged += Array("\n>".utf8)
      expectSame(path, damaged, "seed \(seed), \(path)")
    }
  }

  @Test("Bytes at random are read, never a crash", arguments: 1...50)
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs = Array("<<>>=\"&|/ \n\\td".utf8)
    let bytes = (0..<400).map { _ in
      Bool.random(using: &random)
        ? signs.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
    }
    for path in ["a.md", "a.html", "a.svg", "a.json", "a.docx", "a.xlsx"] {
      _ = PageReader.read(path, bytes)
    }
  }

  @Test(
    "A text stands on one line, with its references resolved",
    arguments: [
      ("", ""), ("  ", ""), (" a \n\t b\u{A0}\u{2009}c ", "a b c"), ("a&nbsp;&nbsp;b", "a b"),
      ("&lt;5 &amp; &gt;3", "<5 & >3"), ("&amp;lt;", "&lt;"), ("&quot;a&#39;&x;", "\"a'&x;"),
      ("&", "&"), ("é\u{85}\u{3000}ë", "é ë"), ("\u{200B}a", "\u{200B}a"),
    ])
  func lines(text: String, line: String) {
    #expect(PageText.unescaped(Array(text.utf8)[...]) == line)
    #expect(ObviousPageReader.unescaped(text) == line)
  }

  @Test("Every blank of Unicode is one")
  func blanks() {
    for scalar in (0...0xFFFF).compactMap(Unicode.Scalar.init) {
      let bytes = Array(String(scalar).utf8)[...]
      #expect(
        PageText.isBlank(bytes) == scalar.properties.isWhitespace,
        "\(String(scalar.value, radix: 16))")
    }
  }
}
