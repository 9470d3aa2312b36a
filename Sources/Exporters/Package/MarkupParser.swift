/// Reads an XML document of an Office file, as a tree or for its form alone.
///
/// What is read and what is refused is that of ``MarkupScanner``.
enum MarkupParser {
  /// Why a document cannot be read.
  enum Failure: Error, Hashable, Sendable {
    /// It is not well-formed, or in an encoding that Office does not write.
    case malformed
    /// It has a document type.
    case documentType
    /// It is too deep or too long.
    case tooLarge
  }

  /// The most elements inside each other.
  static let depthLimit = 128

  /// The root element of a document.
  ///
  /// - Parameters:
  ///   - content: The bytes of the document.
  ///   - elementLimit: The most elements that it may have.
  /// - Returns: The element that holds all others.
  /// - Throws: ``Failure`` when it cannot be read.
  static func root(
    of content: [UInt8], elementLimit: Int = ZipReader.Limits.foreign.elements
  ) throws(Failure) -> MarkupElement {
    var scanner = try MarkupScanner(content, elementLimit: elementLimit)
    var open: [MarkupElement] = []
    var root: MarkupElement?
    while let piece = try scanner.next() {
      switch piece {
      case .start: open.append(scanner.element)
      case .text:
        if let last = open.indices.last { open[last].children.append(.text(scanner.text)) }
      case .end:
        guard let element = open.popLast() else { throw .malformed }
        if let last = open.indices.last {
          open[last].children.append(.element(element))
        } else {
          root = element
        }
      }
    }
    guard let root else { throw .malformed }
    return root
  }

  /// Whether a document can be read; fast, because nothing is kept of it.
  static func canRead(_ content: [UInt8], elementLimit: Int) -> Bool {
    do throws(Failure) {
      var scanner = try MarkupScanner(content, elementLimit: elementLimit)
      while try scanner.next() != nil {}
      return true
    } catch {
      return false
    }
  }
}
