import Foundation
import HaskapTestSupport
import HaskapText
import Testing

/// Wrong input gets one clear sentence with its place and the remedy, and the right exit status.
@Suite struct MannersTests {
  private var program: Program { get throws { try Questions.Reports.corpus.program } }

  /// What is asked wrongly of a good index.
  private static let mistakes: [([String], Int32, String)] = [
    (["search", "町内会", "--year", "平和3"], 2, "--year '平和3', character 1: expected a year"),
    (["search", "町内会", "--year", "23"], 2, "Write 令和23, R23 or a year of four digits"),
    (["search", "町内会", "--type", "催し"], 2, "use project, organization, activity or paragraph"),
    (["search", "町内会", "--sort", "size"], 2, "use relevance, year or name"),
    (["search", "町内会", "--department", "無い課"], 2, "no department is called '無い課'"),
    (["search", "町内会", "--frob"], 2, "Unknown option '--frob'"),
    (["years", "--chrt", "x"], 2, "Unknown option '--chrt'. Did you mean '--chart'?"),
    (["years", "--year", "2020"], 2, "Unknown option '--year'\n"),
    (["search", "町内会", "--limit", "-1"], 2, "--limit and --offset take numbers from 0"),
    (["search", "町内会", "--limit", "few"], 2, "The value 'few' is invalid for '--limit"),
    (["search"], 2, "nothing to look for: give a word, or a filter such as --year"),
    (["search", "　"], 2, "nothing to look for: give a word, or a filter such as --year"),
    (["organization", " "], 2, "the name is empty; give a name or a part of it"),
    (["organization", "苫東", "--limit=-1"], 2, "--limit takes a number from 0"),
    (["records", "--json", "--csv"], 2, "--json, --csv and --check exclude each other"),
    (["frobnicate"], 2, "there is no command 'frobnicate'; haskap --help"),
    (["serch", "町内会", "清掃"], 2, "there is no command 'serch'; did you mean: haskap search"),
    (
      ["search", "町内会", "--index", "none"], 3,
      "the index 'none' does not exist; build it with: haskap index FOLDER --index 'none'"
    ),
    (["search", "町内会", "--timeout", "0"], 2, "--timeout takes seconds above 0, at most 86400"),
    (["search", "町内会", "--timeout", "1e-9"], 6, "There was no answer within 1e-09 s"),
    (["organization", "苫東", "--index", "Corpus/README.md"], 3, "is not a folder"),
    (["bench", "build", "--repeat", "-1"], 2, "--repeat takes a number above 0"),
    (["bench", "build", "--sizes", "10,,20"], 2, "--sizes takes numbers above 0 separated by"),
    (["bench", "build", "--sizes", "9,8,9"], 2, "--sizes has '9' twice in '9,8,9'; give it once"),
    (["bench", "build", "--compare", "none.json"], 2, "none.json: cannot be read"),
    (["bench", "build", "--compare", "Corpus/README.md"], 2, "no figures of haskap bench build"),
    (["bench", "build", "--save", "/none/x.json"], 4, "/none/x.json: cannot be written"),
    (["bench", "build", "--memory", "256,8"], 2, "--memory takes MiB from 16 to 1048576"),
    (["bench", "corpus", "--years", "51", "made"], 2, "--years 1 to 50"),
    (["bench", "corpus", "--rows", "1", "made"], 2, "--rows 2 to 1000"),
    (["bench", "score", "Corpus"], 2, "Corpus.key.jsonl: cannot be read"),
    (["bench", "score", "Corpus", "--key", "Corpus/README.md"], 2, "is no row of a key; give the"),
    (["bench", "score", "none"], 2, "none: cannot be read"),
    (["bench", "corpus", "Corpus"], 2, "Corpus: the folder is not empty; name a new one"),
  ]

  @Test(arguments: mistakes)
  func mistake(_ arguments: [String], _ status: Int32, _ sentence: String) throws {
    let run = try program.run(arguments + ["--lang", "en"])
    #expect(run.errors.contains(sentence))
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first?.hasPrefix("haskap: ") == true)
    #expect(lines.count == 1 || (lines.count == 2 && lines[1].hasPrefix("See 'haskap")))
  }

  /// No English among the Japanese.
  @Test(arguments: [
    ["search", "海", "--type", "組織"], ["search", "海", "--sort", "名称"],
    ["years", "--year", "2020"],
  ])
  func mistakesAreToldInOneLanguage(_ arguments: [String]) throws {
    let run = try program.run(arguments + ["--lang", "ja"])
    let sentence = run.errors.split(separator: "\n").first ?? ""
    #expect(run.status == 2 && !sentence.isEmpty)
    for word in ["value", "there", " or ", "use ", "organization", "chart", "field"] {
      #expect(!sentence.contains(word), "\(sentence)")
    }
  }

  @Test func helpOfTheCommandThatWasMeant() throws {
    let run = try program.run("organization", "--lang", "en")
    #expect(run.errors.contains("See 'haskap organization --help'"))
  }

  private static let statuses: [([String], Int32)] = [
    (["search", "ぬるぽぬるぽ"], 1), (["organization", "ぬるぽぬるぽ"], 1),
    (["search", "", "--year", "1999"], 1), (["search", "清掃"], 0),
    (["search", "清掃", "--timeout", "3600"], 0),
    (["search", "清掃", "--limit", "0"], 0), (["search", "清掃", "--offset", "9999"], 0),
    (["search", "清掃", "--limit", "9223372036854775807", "--offset", "1"], 0),
    (["search", "防災", "-訓練"], 0), (["search", "防災", "--", "-訓練"], 0),
    (["search", "--version"], 0), (["--help"], 0), (["organization", "苫東"], 0),
  ]

  @Test(arguments: statuses)
  func status(_ arguments: [String], _ status: Int32) throws {
    let run = try program.run(arguments)
    #expect(run.status == status)
    #expect(run.errors.isEmpty)
    #expect(!run.output.isEmpty)
  }

  /// What is built and thrown away never stands in the folder that one works in.
  @Test func noFolderForTemporaryFiles() throws {
    let run = try program.run(
      ["bench", "part", "lookup", "--lang", "en"], environment: ["TMPDIR": "/none"])
    #expect(run.errors.contains("/none: no folder can be made in it (No such file or directory)"))
    #expect(run.status == 4)
  }

  @Test(arguments: ["en", "ja"]) func noRoomForWhatIsSetAside(_ language: String) throws {
    let run = try program.run(
      ["index", "Corpus", "--index", "none", "--lang", language], environment: ["TMPDIR": "/none"])
    let told =
      language == "en"
      ? "Could not set aside what is read in '/none/" : "読んだものを '/none/haskap-XXXXXX' に置けません"
    #expect(run.errors.contains(told) && run.errors.contains("TMPDIR"))
    #expect(run.status == 4)
  }

  /// The files are sound, and so nobody is told to build an index again.
  @Test func tooFewFiles() throws {
    let run = try program.shell("ulimit -n 5; $HASKAP index Corpus --index new --lang en")
    #expect(run.errors.contains("Too many open files") && run.errors.contains("raise the limit"))
    #expect(run.status == 4)
  }

  @Test func pagesBeyondTheEndSayHowManyThereAre() throws {
    let program = try program
    for page in [["--offset", "9999"], ["--limit", "0"]] {
      let told = try program.run(["search", "清掃"] + page).lines.first
      #expect(told?.wholeMatch(of: /すべての語を含むもの2件、意味の近いもの\d+件中 0件/) != nil)
    }
    let none = try program.run("search", "", "--year", "1999")
    #expect(none.lines.first == "条件に合うものはありません。")
  }

  @Test func helpOnWhatThereIsNot() throws {
    let run = try program.run("help", "nosuch", "--lang", "en")
    #expect(run.status == 2 && run.errors.contains("there is no command 'nosuch'"))
    #expect(try program.run("help", "search").status == 0)
  }

  /// What lacks a word says so on the screen as well, be it the whole query.
  @Test func whatIsLackedIsTold() throws {
    let run = try program.run("search", "公園清掃7号", "\"清掃 環境\"~5", "--limit", "30")
    #expect(run.output.contains("ない語: "))
    let near = try program.run("search", "\"清掃 環境\"~5", "--limit", "30", "--lang", "en")
    #expect(!near.output.contains("以上") && near.output.contains("Without: \"清掃 環境\"~5"))
  }

  @Test func listsFitTheScreen() throws {
    for command in ["organizations", "projects"] {
      let wide = try program.run(command).lines.filter { DisplayWidth.of($0) > 80 }
      #expect(wide.isEmpty, "\(wide)")
    }
  }

  /// `-訓練` excludes, before and after `--`; `--訓練` is taken for an option unless behind `--`.
  @Test func wordsThatLookLikeOptions() throws {
    let program = try program
    let all = try Questions.Answer(program.run("search", "防災", "--json"))
    let some = try Questions.Answer(program.run("search", "防災", "-訓練", "--json"))
    let same = try Questions.Answer(program.run("search", "--json", "防災", "--", "-訓練"))
    let (allNames, someNames) = (Set(all.names), Set(some.names))
    #expect(all.total ?? 0 > some.total ?? 0)
    #expect(someNames.isSubset(of: allNames) || all.total ?? 0 > 10)
    #expect(same.names == some.names)
    #expect(try program.run("search", "防災", "--訓練").status == 2)
    #expect(try program.run("search", "防災", "--", "--json").status != 2)
  }
}
