import Foundation
import TestSupport
import Testing

@testable import Exporters

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Reading XML of Office files")
struct MarkupParserTests {
  private func root(_ text: String) throws -> MarkupElement {
    try MarkupParser.root(of: Array(text.utf8))
  }

  @Test("Names belong to a vocabulary by their prefix, attributes only with one")
  func names() throws {
    let word = MarkupElement.wordAddress
    let root = try root(
      """
      <?xml version="1.0" encoding="UTF-8"?><!-- x --><n:styles xmlns:n="\(word)" n:a="1" b='2'>
      <style xmlns="\(word)" val="3"/><n:x xmlns:n="urn:y"/></n:styles>
      """)
    #expect(root.space == .word)
    #expect(root.local == "styles")
    #expect(root.attribute("a") == "1")
    #expect(root.attribute("b") == nil)
    #expect(root.plainAttribute("b") == "2")
    #expect(root.elements.map(\.space) == [.word, .other])
    #expect(root.first("style")?.value == nil)
  }

  @Test("References and sections of characters are text")
  func references() throws {
    let root = try root(
      "<a b=\"&lt;&quot;&#233;\">x &amp; &#x1F600;&apos;<![CDATA[<&>]]></a>")
    #expect(root.plainAttribute("b") == "<\"é")
    #expect(root.children == [.text("x & 😀'"), .text("<&>")])
    #expect(try self.root("<a>1\r\n2\r3</a>").children == [.text("1\n2\n3")])
  }

  @Test("UTF-16 and a byte order mark are read")
  func encodings() throws {
    let text = "<a b=\"é\"/>"
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [little, big, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      #expect(try MarkupParser.root(of: bytes).plainAttribute("b") == "é")
    }
  }

  @Test(
    "What is not well-formed is refused",
    arguments: [
      "", " ", "<a>", "</a>", "<a></b>", "<a/><b/>", "x<a/>", "<a/>x", "<a b=1/>", "<a b=\"1\"",
      "<a b=\"1\"c=\"2\"/>", "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a>&x;</a>", "<a>&#0;</a>",
      "<a>&</a>", "<a>&#xD800;</a>", "<a><!-- </a>", "<p:a/>", "<a p:b=\"1\"/>", "<1a/>", "<a:/>",
      "<a><![CDATA[</a>", "<?xml", "<a b/>", "< a/>",
    ])
  func malformed(text: String) {
    #expect(throws: MarkupParser.Failure.malformed) { try root(text) }
  }

  @Test("A byte that is no UTF-8 is refused")
  func invalid() {
    #expect(throws: MarkupParser.Failure.malformed) {
      try MarkupParser.root(of: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8))
    }
  }

  @Test("A document type is refused, so no entity can grow or reach a file")
  func entities() {
    for text in [
      "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
      "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>",
    ] {
      #expect(throws: MarkupParser.Failure.documentType) { try root(text) }
    }
  }

  @Test("Too many levels and too many elements are refused")
  func limits() throws {
    let deep = MarkupParser.depthLimit
    let fits = String(repeating: "<a>", count: deep) + String(repeating: "</a>", count: deep)
    #expect(try root(fits).local == "a")
    #expect(throws: MarkupParser.Failure.tooLarge) {
      try root(String(repeating: "<a>", count: 100_000))
    }
    let many = "<a>" + String(repeating: "<b/>", count: ZipReader.Limits.foreign.elements) + "</a>"
    #expect(throws: MarkupParser.Failure.tooLarge) { try root(many) }
    let own = ZipReader.Limits.own.elements
    #expect(throws: Never.self) { try MarkupParser.root(of: Array(many.utf8), elementLimit: own) }
  }

  private static let document = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <a x="x"><b c="1" d='2 &amp; 3'>tekst &lt; é</b><!-- k --><c/><d><e>5</e></d></a>
    """.utf8)

  @Test("A document that is cut off or has a NUL is refused")
  func cut() {
    let document = Self.document
    #expect(throws: Never.self) { try MarkupParser.root(of: document) }
    for place in document.indices {
      #expect(throws: MarkupParser.Failure.self, "cut off at \(place)") {
        try MarkupParser.root(of: Array(document[..<place]))
      }
      var bytes = document
      bytes[place] = 0
      #expect(throws: MarkupParser.Failure.malformed, "NUL at \(place)") {
        try MarkupParser.root(of: bytes)
      }
    }
  }

  @Test("A document with a hole that is read, another reader reads", arguments: 1...100)
  func holes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Self.document
    let place = Int.random(in: 39..<bytes.count - 1, using: &random)
    let length = Int.random(in: 1...9, using: &random)
    bytes.removeSubrange(place..<min(place + length, bytes.count))
    if (try? MarkupParser.root(of: bytes)) != nil {
      #expect(XMLParser(data: Data(bytes)).parse(), "seed \(seed)")
    }
  }

  @Test("What is written is read back", arguments: 1...60)
  func back(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<6).map { _ in NastyText.random(&random) }
    let bytes = MarkupWriter.document { writer in
      writer.element("a", ["b": texts[0], "c": texts[1]]) { writer in
        writer.text(texts[2])
        writer.empty("d", ["e": texts[3]])
        writer.element("f") { $0.text(texts[4] + "é") }
      }
    }
    #expect(WellFormedness(bytes).isWellFormed, "seed \(seed)")
    let root = try MarkupParser.root(of: bytes)
    #expect(root.plainAttribute("b").map(legible) == legible(texts[0]), "seed \(seed)")
    let copy = MarkupWriter.document { $0.tree(root) }
    #expect(try MarkupParser.root(of: copy) == root, "seed \(seed)")
  }

  @Test("Random damage is refused or read, never a crash", arguments: 1...200)
  func damage(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array("<a xmlns:w=\"u\"><w:b c='&amp;'>t</w:b><!-- k --><d/></a>".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    _ = try? MarkupParser.root(of: bytes)
  }

  /// Pieces of documents with everything that a reader has to know.
  private static let pieces = [
    "<a>", "</a>", "<a/>", "<n:a>", "</n:a>", " xmlns=\"u\"", " xmlns:n=\"u\"",
    "<n:b xmlns:n='\(MarkupElement.wordAddress)' n:c='1' d=\"&lt;2\">", "</n:b>", "<:a/>",
    "<a:b:c/>", "<xmlns:a/>", "<!-- - -->", "<![CDATA[<&]]>", "<?x y?>", "tekst", "é", "&amp;",
    "&#65;", "&#x;", "&", ";", "<", ">", "/", "=", "\"", "'", ":", " ", "\n", "\r\n", "1", "-",
    "<!", "]]>", "xml:lang=\"nl\"", "<c xml:d='' e = \"f\" >", "</c >", "\u{1}",
  ]

  @Test("Documents of any pieces are read as by an obvious reader", arguments: 1...300)
  func obvious(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let count = Int.random(in: 0...9, using: &random)
      let inside = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }
      let text = inside.joined()
      for document in [text, "<a xmlns:n=\"u\">" + text + "</a>"] {
        let bytes = Array(document.utf8)
        let expected = Result { try ObviousMarkupParser.root(of: bytes) }
        let found = Result { try MarkupParser.root(of: bytes) }
        #expect((try? found.get()) == (try? expected.get()), "seed \(seed): \(document)")
        let canRead = MarkupParser.canRead(bytes, elementLimit: 1_000)
        #expect(canRead == ((try? expected.get()) != nil), "seed \(seed): \(document)")
      }
    }
  }

  @Test("Damaged documents are read as by an obvious reader", arguments: 1...300)
  func damagedAsObvious(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      var bytes = Self.document
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = bytes.randomElement(using: &random) ?? 0
        default: bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
      let expected = try? ObviousMarkupParser.root(of: bytes)
      #expect((try? MarkupParser.root(of: bytes)) == expected, "seed \(seed)")
    }
  }
}
