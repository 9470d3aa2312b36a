/// 2.9 Wat is er veranderd sinds het vorige wijkplan.
enum Section29 {
  static let id = "2.9"
  static let heading = "2.9 Wat is er veranderd sinds het vorige wijkplan"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    book.paragraph(sentences(book.names.date))
      + book.duiding(
        id, prompt: "Eigen duiding: wat is er sinds het vorige plan in de wijk veranderd?")
  }

  /// Without earlier figures there is nothing to compare.
  static func sentences(_ date: String) -> [String] {
    [
      "Dit is de eerste meting met deze werkwijze (peildatum \(date)).",
      "Er zijn nog geen eerdere cijfers om mee te vergelijken.",
    ]
  }
}
