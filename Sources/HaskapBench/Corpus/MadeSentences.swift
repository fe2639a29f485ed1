/// What made reports say of a project, in the manner of those in `Corpus/`.
struct MadeSentences: Sendable {
  /// What the project is named after.
  let topic: String
  private let subject: [String]

  init(_ random: inout SeededGenerator) {
    subject = random.subject()
    topic = random.pick(subject)
  }

  /// The same every year; the longer, the rarer.
  func purpose(_ random: inout SeededGenerator) -> String {
    var text = opening(&random)
    while random.chance(0.4) { text += addition(&random) }
    return text
  }

  /// What was done in one year; often nothing else.
  func details(_ random: inout SeededGenerator) -> String {
    var text = ""
    while random.chance(0.5) { text += detail(&random) }
    return text
  }

  func echo(_ random: inout SeededGenerator) -> String {
    let said = random.zipf(ReportVocabulary.echoes)
    let text = "「\(said)」という声が参加者から多く寄せられた。"
    return switch random.number(0...5) {
    case 0: text + "\(word(&random))への要望もあった。"
    case 1: "\(word(&random))について\(people(&random))の理解が深まった。"
    case 2: "アンケートでは\(random.number(50...99))％が「\(said)」と答えた。"
    default: text
    }
  }

  private func opening(_ random: inout SeededGenerator) -> String {
    let (people, action, aim) = (people(&random), action(&random), aim(&random))
    return switch random.number(0...3) {
    case 0: "\(people)を対象に\(action)を行い、\(topic)への関心を高め、\(aim)を図る。"
    case 1: "\(topic)について\(people)が\(action)に参加し、\(aim)につなげる。"
    case 2: "\(action)を通して\(aim)をめざす\(topic)の事業である。"
    default: "\(people)と市が協働して\(topic)の\(action)を続け、\(aim)に役立てる。"
    }
  }

  private func addition(_ random: inout SeededGenerator) -> String {
    let (first, second) = (word(&random), word(&random))
    return switch random.number(0...3) {
    case 0: "\(first)や\(second)についても学ぶ。"
    case 1: "\(first)と\(second)をつなぐ場とし、\(people(&random))の\(aim(&random))にも努める。"
    case 2: "\(first)に関する情報を\(second)で伝える。"
    default: "\(first)、\(second)、\(word(&random))などを取り上げる。"
    }
  }

  private func detail(_ random: inout SeededGenerator) -> String {
    let word = word(&random)
    return switch random.number(0...7) {
    case 0: "会場は\(random.venue())で、\(random.number(9...19))時\(random.number(0...5))0分から開いた。"
    case 1: "\(word)に詳しい\(random.family())\(random.pick(ReportVocabulary.givenNames))氏を講師に招いた。"
    case 2: "\(word)の費用は\(random.number(1...99))00円とした。"
    case 3: "\(word)を\(random.attendance())個配り、\(self.word(&random))を呼びかけた。"
    case 4: "\(random.family())地区の\(random.attendance())世帯に\(word)の案内を届けた。"
    case 5: "「\(random.name())」の協力で\(word)も行った。"
    case 6: "今年は\(word)を\(self.word(&random))と合わせて行った。"
    default: "\(random.name())の\(word)を\(random.venue())で紹介した。"
    }
  }

  private func people(_ random: inout SeededGenerator) -> String {
    random.zipf(ReportVocabulary.people)
  }

  private func action(_ random: inout SeededGenerator) -> String {
    random.chance(0.6)
      ? random.zipf(ReportVocabulary.actions)
      : "\(word(&random))の\(random.pick(ReportVocabulary.exercises))"
  }

  private func aim(_ random: inout SeededGenerator) -> String {
    random.chance(0.6)
      ? random.zipf(ReportVocabulary.aims)
      : "\(word(&random))の\(random.pick(ReportVocabulary.promotions))"
  }

  /// Of the subject, or any other.
  private func word(_ random: inout SeededGenerator) -> String {
    random.chance(0.4) ? random.pick(subject) : random.word()
  }
}
