internal import FoundationEssentials

/// JSON for other programs: keys in order, slashes and kanji as they are.
public enum JSONText {
  public static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return HarmlessText.json(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
