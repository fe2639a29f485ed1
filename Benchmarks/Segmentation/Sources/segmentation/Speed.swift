import HaskapText
import UbrkLoop

/// Both segmenters over the same texts in one process on one thread, in turns.
enum Speed {
  static func run(on documents: Documents) throws {
    let megabytes = Double(documents.bytes.count) / 1e6
    print("\(documents.ends.count) texts, \(rounded(megabytes)) MB, one thread")
    let plain = report("ubrk in C", megabytes) { reference(documents, normalize: false) }
    let folded = report("NFKC_Casefold + ubrk in C", megabytes) {
      reference(documents, normalize: true)
    }
    let cut = try report("Haskap, text as it is", megabytes) {
      try haskap(documents, normalizes: false)
    }
    let whole = try report("Haskap, normalised", megabytes) {
      try haskap(documents, normalizes: true)
    }
    print("ratio as it is \(rounded(plain / cut)), normalised \(rounded(folded / whole)) times")
  }

  /// Runs three times and prints the best; every run starts anew, start-up included.
  private static func report(
    _ name: String, _ megabytes: Double, _ body: () throws -> Int
  ) rethrows -> Double {
    var best = Double.infinity
    var words = 0
    for _ in 0..<3 {
      let start = now()
      words = try body()
      best = min(best, now() - start)
    }
    print("\(name): \(rounded(best)) s, \(rounded(megabytes / best)) MB/s, \(words) words")
    return best
  }

  private static func reference(_ documents: Documents, normalize: Bool) -> Int {
    let reference = Reference()
    var words = 0
    documents.withEach {
      words += Int(
        ubrk_loop_count_words(reference.loop, $0.baseAddress, $0.count, normalize))
    }
    return words
  }

  private static func haskap(_ documents: Documents, normalizes: Bool) throws -> Int {
    var options = Analyzer.Options()
    options.normalizes = normalizes
    let session = try Analyzer(named: "icu", options: options).makeSession()
    var text = AnalyzedText()
    var words = 0
    try documents.withEach {
      try session.analyze($0, into: &text, mapOffsets: false)
      words += text.tokens.count
    }
    return words
  }

  /// Single short texts, each by a session of its own: opening included.
  static func runSmall() throws {
    let query = "協働のまちづくり"
    let sentence = "市民と行政が協働して、だれもが安心して暮らせるまちづくりを進めます。NPO 法人 12 団体が参加しました。"
    for text in [query, sentence, String(repeating: sentence, count: 20)] {
      var documents = Documents()
      documents.append(text)
      let icu = median { reference(documents, normalize: true) }
      let own = try median { try haskap(documents, normalizes: true) }
      print(
        "\(text.utf8.count) bytes: C \(rounded(icu * 1e6)) µs, Haskap \(rounded(own * 1e6)) µs")
    }
  }

  private static func median(_ body: () throws -> Int) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<201 {
      let start = now()
      _ = try body()
      times.append(now() - start)
    }
    return times.sorted()[100]
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
