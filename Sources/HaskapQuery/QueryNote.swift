/// How a query was read where it could have meant something else. A query is never refused for a
/// slip of the hand: what is no operator is text, and a note says so.
public struct QueryNote: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// A quotation mark or bracket without its other half; it was left out.
    case unbalanced(String)
    /// `OR`, `-` and the like with nothing to work on; it was left out.
    case danglingOperator(String)
    /// A small `and`, `or` or `not` that was taken for the operator.
    case readAsOperator(String)
    /// `name:` before a colon, where no field has the name; it was taken for text.
    case unknownField(String, known: [String])
    /// `name:` with nothing behind it; it was taken for text.
    case emptyField(String)
    /// `word~9`, `"…"~x` or a pattern that is too long; it was taken for text.
    case plainText(String)
    /// A range that is not closed or lacks an end; it was taken for text.
    case malformedRange
    /// `name:value` where the field cannot hold the value; it was taken for text.
    case unreadableValue(String, example: String)
    /// `name:value` where nothing has the value; it was taken for text.
    case unknownValue(String, known: [String])
    /// Brackets deeper than this were left out.
    case tooDeep(limit: Int)
    /// Words, or patterns, beyond so many were left out, or taken for text.
    case tooManyWords(limit: Int)
    case tooManyPatterns(limit: Int)
  }

  public var reason: Reason
  /// Where in the query, in characters from 0.
  public var offset: Int

  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension QueryNote: CustomStringConvertible {
  /// A sentence for the reader of the answers, in Japanese as these are.
  public var description: String {
    switch reason {
    case .unbalanced(let sign):
      "\(offset + 1)文字目の \(sign) は対になっていないので、除いて探しました。"
    case .danglingOperator(let sign):
      "\(offset + 1)文字目の \(sign) は前後に語がないので、除いて探しました。"
    case .readAsOperator(let word):
      "「\(word)」は演算子として読みました。語として探すには \"\(word)\" と書きます。"
    case .unknownField(let name, let known):
      "「\(name)」という欄はないので、文字のまま探しました。欄: \(known.joined(separator: "、"))"
    case .emptyField(let name):
      "「\(name):」の後に語がないので、文字のまま探しました。"
    case .plainText(let text):
      "「\(text)」は式として読めないので、文字のまま探しました。"
    case .malformedRange:
      "\(offset + 1)文字目の範囲は読めないので、文字のまま探しました。[a TO b] または a..b と書きます。"
    case .unreadableValue(let text, let example):
      "「\(text)」の値は読めないので、文字のまま探しました。\(example) のように書きます。"
    case .unknownValue(let text, let known):
      "「\(text)」という値はないので、文字のまま探しました。あるのは: \(known.joined(separator: "、"))"
    case .tooDeep(let limit):
      "\(limit)重より深い括弧は除いて探しました。"
    case .tooManyWords(let limit):
      "語が多いので、はじめの\(limit)語で探しました。"
    case .tooManyPatterns(let limit):
      "* や ~ のある語は\(limit)個までです。残りは文字のまま探しました。"
    }
  }
}
