/// Makes names of folders from names of wijken.
enum Slug {
  /// Letters and digits in lower case ASCII, accents taken off, everything else one hyphen.
  ///
  /// At most 60 characters; empty when nothing is left.
  static func make(from name: String) -> String {
    var slug = ""
    for scalar in name.decomposedScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "A"..."Z":
        slug.unicodeScalars.append(UnicodeScalar(UInt8(scalar.value) + 32))
      case "\u{300}"..."\u{36F}", "'", "\u{2019}": continue
      default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
      }
    }
    slug = String(slug.prefix(60))
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}

extension String {
  /// The scalars with the usual Latin accents split off.
  fileprivate var decomposedScalars: [UnicodeScalar] {
    unicodeScalars.flatMap { scalar -> [UnicodeScalar] in
      switch scalar {
      case "à"..."å", "À"..."Å": ["a"]
      case "è"..."ë", "È"..."Ë": ["e"]
      case "ì"..."ï", "Ì"..."Ï": ["i"]
      case "ò"..."ö", "Ò"..."Ö", "ø", "Ø": ["o"]
      case "ù"..."ü", "Ù"..."Ü": ["u"]
      case "ç", "Ç": ["c"]
      case "ñ", "Ñ": ["n"]
      case "ý", "ÿ", "Ý": ["y"]
      case "ß": ["s", "s"]
      default: [scalar]
      }
    }
  }
}
