/// The city that sentences name, where nothing else does.
extension ReportCity {
  /// The only one: `垂井町では、町民と町の協働により…`, `※垂井町、町教育委員会等の後援`.
  static func inSentences(_ lines: ArraySlice<String>) -> String? {
    var found = Set<String>()
    for line in lines where !line.contains("\t") && line.utf8.count <= longest {
      found.formUnion(names(in: line))
      if found.count > 1 { return nil }
    }
    guard let city = found.first, let kind = city.last else { return nil }
    // 栄町 is a part of many cities, unless the words of a town tell otherwise.
    let isTold =
      kind == "市" || lines.contains { line in own.contains { line.contains("\(kind)\($0)") } }
    return isTold ? city : nil
  }

  /// In bytes.
  private static let longest = 3_000

  /// What follows 町 where a town speaks of itself.
  private static let own = ["民", "長", "役場", "教育委員会", "社会福祉協議会", "社協", "議会"]

  private static func names(in line: String) -> [String] {
    guard line.contains("市") || line.contains("町") || line.contains("村") else { return [] }
    let letters = Array(line)
    return letters.indices.compactMap { place in
      guard "市町村".contains(letters[place]) else { return nil }
      let next = letters[(place + 1)...]
      guard followers.contains(where: { next.starts(with: $0) }) else { return nil }
      let stem = letters[..<place].reversed().prefix {
        isName($0) && !"はがをのとにもで".contains($0)
      }
      let name = String(stem.reversed())
      let isCity = (2...5).contains(name.count) && !excluded.contains(name)
      return isCity ? name + [letters[place]] : nil
    }
  }

  /// Not の, which stands behind markets and quarters as well.
  private static let followers = ["では", "は、", "が", "と", "等", "、", "役場", "における", "まちづくり"]
}
