/// Finds the known word that somebody probably meant.
enum Spelling {
  /// The nearest word by edit distance, when it is near enough; ties go to the first.
  ///
  /// Near enough: at most a third of the letters (at least 2) differ.
  static func nearest(to word: String, among known: [String]) -> String? {
    let limit = max(2, word.count / 3)
    let best = known.map { ($0, distance(word.lowercased(), $0.lowercased())) }
      .min { $0.1 < $1.1 }
    guard let best, best.1 <= limit else { return nil }
    return best.0
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words.
  ///
  /// Optimal string alignment distance (Boytsov 2011, "Indexing methods for approximate dictionary
  /// searching").
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let replace = rows[i][j] + (left[i] == right[j] ? 0 : 1)
        var best = min(replace, rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
