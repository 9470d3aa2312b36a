import Report

/// What tables and figures share.
enum HTMLCaption {
  /// Badge, number and text of a caption.
  static func pieces(label: String, number: Int, badge: Badge, caption: String) -> [HTML] {
    self.badge(badge) + [
      .element("span", [.css("number")], text: "\(label) \(number). "), .text(caption),
    ]
  }

  /// The badge on a line of its own; nothing when the figures are about nobody.
  static func badge(_ badge: Badge) -> [HTML] {
    if badge == .none { return [] }
    let style = HTMLAttribute("class", "badge " + style(of: badge))
    return [.element("span", [style], text: badge.rawValue), .element("br")]
  }

  /// A button that copies what has the id; the script shows it.
  static func copyButton(of id: String, name: String) -> HTML {
    .element(
      "button",
      [
        HTMLAttribute("type", "button"), HTMLAttribute("data-copy", id),
        HTMLAttribute("data-name", name), HTMLAttribute("hidden"),
      ],
      text: "Kopieer " + name.lowercased())
  }

  private static func style(of badge: Badge) -> String {
    switch badge {
    case .inhabitants: "inw"
    case .patients: "pat"
    case .both: "both"
    case .insured: "ins"
    case .none: ""
    }
  }
}
