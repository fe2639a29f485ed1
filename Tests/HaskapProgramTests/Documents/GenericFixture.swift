/// Five books in the ways in which files give documents.
enum GenericFixture {
  static let books = """
    {"id":"b1","title":"まちかどミーティングの記録","author":"苫小牧 太郎","year":2020,\
    "published":"2020-08-25","tags":["協働","町内会"],"body":"市と町内会がいっしょに話しあった。"}
    {"id":"b2","title":"港まつり","author":"苫小牧 花子","year":2021,"published":"2021-07-01",\
    "tags":["祭り"],"body":"港で花火があがった。\\n町内会の店もならんだ。"}

    {"id":"b3","title":"雪と暮らす","author":"苫小牧 太郎","year":2023,"published":"2023-01-10",\
    "tags":["雪","町内会"],"body":"除雪はみんなの仕事である。","shelf":{"room":"A"},"price":12.5}
    {"id":"b4","title":"北の海","author":"勇払 次郎","year":1999,"published":"1999-12-31",\
    "body":"ホッキ貝をとる人たちの話。海はつめたい。"}
    {"id":"b5","title":"Harbour \\u0022Notes\\u0022 \\uD83D\\uDEA2","year":2010,\
    "published":"2010-02-28","lent":true,"note":null,"body":"A diary."}

    """

  static let table = "\u{FEFF}id\ttitle\tyear\tcode\r\nx1\t海の本\t1999\t007\r\nx2\t山の本\t2005\t\r\n"

  /// Makes an index of the books at `ix` in the program's folder.
  static func indexed() throws -> GenericProgram {
    let program = GenericProgram()
    try program.write(books, to: "books.jsonl")
    try program.run("index", "books.jsonl", "--index", "ix")
    return program
  }
}
