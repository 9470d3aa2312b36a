/// A partition of places into sets that can be joined (union–find with path halving).
struct DisjointSets {
  private var parents: [Int]

  /// Every place in a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// The smallest place of the set of a place.
  mutating func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  /// Joins the sets of some places.
  mutating func join(_ places: [Int]) {
    guard let first = places.first else { return }
    for place in places.dropFirst() {
      let (one, other) = (root(first), root(place))
      parents[max(one, other)] = min(one, other)
    }
  }
}
