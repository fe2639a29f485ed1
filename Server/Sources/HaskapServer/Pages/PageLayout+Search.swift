import HaskapDocuments

/// What all pages of answers have.
extension PageLayout {
  static let mostValues = 8

  /// The form, what narrows the search now, and the ways to put the answers in order.
  ///
  /// - Parameters:
  ///   - label: of a name.
  ///   - shown: a value of a name as it is shown.
  func fields(
    _ search: SearchLinks, sorts: [(value: String?, label: String)],
    label: (String) -> String, shown: (_ value: String, _ name: String) -> String
  ) -> Fields {
    let input = search.input
    return [
      "query": input.query, "search": links.to(.search),
      "chosen": links.language?.rawValue ?? false,
      "kept": input.values.filter { $0.name != "q" }.map {
        ["name": $0.name, "value": $0.value] as Fields
      },
      "filters": input.values.filter { !["q", "sort"].contains($0.name) }.map { name, value in
        let value = shown(value, name)
        return [
          "label": label(name), "value": value, "isJapanese": value.isJapanese,
          "href": search.with(name, nil),
        ] as Fields
      },
      "sorts": sorts.map { value, label in
        [
          "label": label, "href": search.with("sort", value),
          "isCurrent": input["sort"] == value,
        ] as Fields
      },
    ]
  }

  /// The values by which a search may be narrowed.
  func facet(
    _ name: String, _ label: String, _ search: SearchLinks,
    _ values: [(value: String, label: String, count: Int)]
  ) -> Fields {
    [
      "label": label,
      "values": values.prefix(Self.mostValues).map { one in
        [
          "label": one.label, "isJapanese": one.label.isJapanese, "count": one.count.grouped,
          "href": search.with(name, one.value),
          "isCurrent": search.input[name] == one.value,
        ] as Fields
      },
      "more": values.count > Self.mostValues
        ? wording("facet.more", ["n": (values.count - Self.mostValues).grouped]) : false,
    ]
  }

  func suggestions(_ words: [String], _ search: SearchLinks) -> [Fields] {
    words.map {
      ["text": $0, "isJapanese": $0.isJapanese, "href": search.with("q", $0)]
    }
  }

  func paging(_ total: Int, _ search: SearchLinks) -> Any {
    let input = search.input
    let pages = (min(total, SearchInput.deepest) + input.limit - 1) / input.limit
    return Paging(page: input.offset / input.limit + 1, pages: pages, link: search.page).fields
  }

  /// How the query was read, why nothing has all of its words, and what the order leaves out.
  ///
  /// - Parameter isFull: whether the answers have all words.
  func notes(
    _ notes: [String], _ shortfall: Shortfall?, _ input: SearchInput, isFull: Bool
  ) -> [String] {
    let isSorted = input["sort"].map { $0 != "relevance" } ?? false
    return (notes + (shortfall?.sentences ?? [])).map(wording.retold)
      + (isSorted && isFull && !input.query.isEmpty ? [wording["sort.note"]] : [])
  }
}
