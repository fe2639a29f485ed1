import FoundationEssentials
import HaskapCivic

/// A file that a chart is drawn into: SVG, or PNG as librsvg's `rsvg-convert` makes it of that.
struct ChartFile {
  private let path: String
  private let isPNG: Bool

  /// - Throws: `UserError` where the name tells neither.
  init(_ path: String) throws {
    self.path = path
    isPNG = path.lowercased().hasSuffix(".png")
    guard isPNG || path.lowercased().hasSuffix(".svg") else {
      throw UserError(
        description: "--chart draws SVG or PNG; give it a file name that ends in .svg or .png")
    }
  }

  /// - Throws: `UserError` where PNG cannot be made, or the file not written.
  func write(_ svg: String) throws {
    let image = isPNG ? try png(of: svg) : Data(svg.utf8)
    do {
      try image.write(to: URL(filePath: path))
    } catch {
      throw UserError(
        description: "\(path): cannot be written; check the folder and its permissions",
        status: .refused)
    }
  }

  private func png(of svg: String) throws -> Data {
    let program = ChildProcess(arguments: ["rsvg-convert", "--format", "png", "--zoom", "2"])
    switch program.run(input: Array(svg.utf8)) {
    case .output(let bytes): return Data(bytes)
    case .missing:
      throw UserError(
        description: "drawing PNG needs the program rsvg-convert, which is not there; install it "
          + "(apt-get install librsvg2-bin, or brew install librsvg), or draw SVG",
        status: .refused)
    case .failed:
      throw UserError(
        description: "rsvg-convert cannot draw \(path); draw SVG", status: .refused)
    }
  }
}
