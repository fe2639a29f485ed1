// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "segmentation",
  dependencies: [.package(name: "haskap", path: "../..")],
  targets: [
    .target(name: "UbrkLoop", linkerSettings: [.linkedLibrary("icuuc")]),
    .executableTarget(
      name: "segmentation",
      dependencies: ["UbrkLoop", .product(name: "HaskapText", package: "haskap")]),
  ]
)
