// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: Swift 6 mode, warnings are errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Tests are compiled as they stand, which takes a third of the time; what works much, the oracles, is in
/// HaskapTestSupport and optimized as the rest.
let quick = strict + [.unsafeFlags(["-Onone"])]

let package = Package(
  name: "haskap",
  products: [
    .library(name: "Haskap", targets: ["Haskap", "HaskapQuery", "HaskapText"]),
    .library(name: "HaskapDocuments", targets: ["HaskapDocuments"]),
    .library(name: "HaskapCivic", targets: ["HaskapCivic"]),
    .library(name: "HaskapText", targets: ["HaskapText"]),
    .library(name: "HaskapBench", targets: ["HaskapBench"]),
    // For the server.
    .library(name: "HaskapSentences", targets: ["HaskapSentences"]),
    .library(name: "CMemory", targets: ["CMemory"]),
    .executable(name: "haskap", targets: ["HaskapCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CICU", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CMemory"),
    .systemLibrary(name: "CProcessor"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CTexts"),
    .target(name: "HaskapSentences", dependencies: ["CTexts"], swiftSettings: strict),
    .target(name: "CLibrary", dependencies: ["CMemory"], swiftSettings: strict),
    .target(
      name: "HaskapText", dependencies: ["CICU", "CLibrary", "CProcessor"],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    .target(name: "HaskapQuery", swiftSettings: strict),
    .target(
      name: "Haskap",
      dependencies: [
        "CLibrary", "CMemory", "CProcessor", "CZstd", "HaskapText", "HaskapQuery",
      ],
      swiftSettings: strict),
    .target(
      name: "HaskapDocuments",
      dependencies: [
        "CLibrary", "CTexts", "CZlib", "CZstd", "Haskap", "HaskapQuery", "HaskapText",
      ],
      exclude: ["Resources"], swiftSettings: strict),
    .target(
      name: "HaskapCivic",
      dependencies: [
        "CExpat", "CLibrary", "CZlib", "HaskapDocuments", "Haskap", "HaskapQuery", "HaskapText",
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),
    .target(
      name: "HaskapBench",
      dependencies: [
        "CICU", "CLibrary", "CMemory", "HaskapCivic", "HaskapDocuments", "Haskap", "HaskapText",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "HaskapCLI",
      dependencies: [
        "CLibrary", "HaskapBench", "HaskapCivic", "HaskapDocuments", "Haskap", "HaskapQuery",
        "HaskapSentences", "HaskapText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Resources"], swiftSettings: strict),
    .target(
      name: "HaskapTestSupport", dependencies: ["CLibrary", "Haskap", "HaskapText"],
      path: "Tests/HaskapTestSupport", swiftSettings: strict),
    .testTarget(
      name: "HaskapTextTests",
      dependencies: ["CICU", "CLibrary", "HaskapText", "HaskapTestSupport"],
      exclude: ["Golden"], swiftSettings: quick),
    .testTarget(
      name: "HaskapQueryTests", dependencies: ["HaskapQuery"], swiftSettings: quick),
    .executableTarget(
      name: "HaskapCrashWriter", dependencies: ["Haskap", "HaskapTestSupport"],
      path: "Tests/HaskapCrashWriter", swiftSettings: strict),
    .executableTarget(
      name: "HaskapTorture",
      dependencies: [
        "Haskap", "HaskapCivic", "HaskapCrashWriter", "HaskapDocuments", "HaskapQuery",
        "HaskapTestSupport",
      ],
      path: "Tests/HaskapTorture", swiftSettings: strict),
    .testTarget(
      name: "HaskapTests",
      dependencies: [
        "Haskap", "HaskapCrashWriter", "HaskapQuery", "HaskapText", "HaskapTestSupport",
      ],
      swiftSettings: quick),
    // Named to come before HaskapCivic, like those of the program: see there.
    .testTarget(
      name: "DocumentsTests",
      dependencies: [
        "CZstd", "HaskapDocuments", "Haskap", "HaskapQuery", "HaskapText", "HaskapTestSupport",
      ],
      path: "Tests/HaskapDocumentsTests", swiftSettings: quick),
    .testTarget(
      name: "HaskapCivicTests",
      dependencies: ["HaskapCivic", "HaskapDocuments", "HaskapText", "HaskapTestSupport"],
      exclude: ["Formats/Files"],
      swiftSettings: quick),
    .testTarget(
      name: "HaskapBenchTests",
      dependencies: ["HaskapBench", "HaskapCivic", "HaskapDocuments", "Haskap", "HaskapText"],
      swiftSettings: quick),
    .testTarget(
      name: "HaskapCLITests",
      dependencies: [
        "HaskapCLI", "HaskapCivic", "HaskapDocuments", "HaskapQuery", "HaskapSentences",
        "HaskapTestSupport", "HaskapText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: quick),
    // Run the program that HaskapCLITests has built. They are compiled beside HaskapCivic, which takes
    // longest, and so ask for nothing that stands on it. Of what can be compiled SwiftPM begins the last
    // by name, and HaskapCivic must not wait.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Haskap", "HaskapDocuments", "HaskapQuery", "HaskapText", "HaskapTestSupport",
      ],
      path: "Tests/HaskapProgramTests", swiftSettings: quick),
  ],
  swiftLanguageModes: [.v6]
)
