import Foundation

/// The city's reports as they come out of PDF extraction, where a working copy has them beside it.
public enum SharedReport {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared").standardizedFileURL

  /// The lines of the report whose file name begins with a number such as `003`; nil where the folder
  /// is absent.
  public static func lines(_ number: String) -> [Substring]? {
    let seeds = folder.appending(path: "seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: seeds.path)) ?? []
    guard let name = names.first(where: { $0.hasPrefix(number + "_") }),
      let text = try? String(contentsOf: seeds.appending(path: name), encoding: .utf8)
    else { return nil }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The rows of the key of records for a report.
  public static func key(_ number: String) -> [[String: String]] {
    let file = folder.appending(path: "eval/records_key.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let object, object["document"] as? String == number else { return nil }
      return object.mapValues { "\($0)" }
    }
  }
}
