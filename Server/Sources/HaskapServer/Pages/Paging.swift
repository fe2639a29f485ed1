/// The links from page to page.
struct Paging {
  var page: Int
  var pages: Int
  var link: (Int) -> String

  /// False where there is one page.
  var fields: Any {
    guard pages > 1 else { return false }
    let shown = (1...pages).filter { $0 == 1 || $0 == pages || abs($0 - page) <= 2 }
    return [
      "previous": page > 1 ? link(page - 1) : false,
      "next": page < pages ? link(page + 1) : false,
      "pages": shown.map { number in
        [
          "number": number, "href": link(number), "isCurrent": number == page,
          "isAfterGap": number > 1 && !shown.contains(number - 1),
        ] as Fields
      },
    ] as Fields
  }
}
