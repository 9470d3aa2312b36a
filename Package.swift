// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "wijkbeeld",
  products: [
    .executable(name: "wijkbeeld", targets: ["wijkbeeld"]),
    .executable(name: "telbank", targets: ["telbank"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibcsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    .systemLibrary(name: "CCbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibxlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CSystem"),
    .target(name: "CSHA256"),
    .target(name: "DelimitedText", dependencies: ["CLibcsv", "CSHA256"]),
    .target(name: "WijkModel"),
    .target(name: "Definitions", dependencies: ["DelimitedText", "WijkModel"]),
    .target(name: "Importers", dependencies: ["Definitions", "DelimitedText", "WijkModel"]),
    .target(name: "Statistics"),
    .target(name: "Aggregation", dependencies: ["Definitions", "Statistics", "WijkModel"]),
    .target(name: "DisclosureControl", dependencies: ["CCbc", "CClp", "WijkModel"]),
    .target(name: "Report", dependencies: ["DisclosureControl", "Definitions", "WijkModel"]),
    .target(name: "Charts", dependencies: ["CCairo", "CZlib"]),
    .target(
      name: "Exporters",
      dependencies: [
        "Report", "DisclosureControl", "WijkModel", "Charts", "DelimitedText", "CLibzip",
        "CLibxlsxwriter",
      ]),
    .target(
      name: "History",
      dependencies: [
        "DisclosureControl", "WijkModel", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Aggregation", "CSystem", "Definitions", "DelimitedText", "DisclosureControl", "Exporters",
        "History", "Importers", "Report", "Statistics", "WijkModel",
        .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "wijkbeeld",
      dependencies: [
        "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "telbank",
      dependencies: [
        "Aggregation", "Definitions", "DelimitedText", "Importers", "WijkModel",
      ]),
    .target(name: "TestSupport", dependencies: ["WijkModel"], path: "Tests/TestSupport"),
    .testTarget(
      name: "DelimitedTextTests", dependencies: ["DelimitedText", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(name: "WijkModelTests", dependencies: ["WijkModel", "TestSupport"]),
    .testTarget(
      name: "DefinitionsTests", dependencies: ["Definitions", "WijkModel", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ImportersTests",
      dependencies: ["Importers", "Definitions", "DelimitedText", "WijkModel", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "AggregationTests",
      dependencies: ["Aggregation", "Definitions", "Statistics", "WijkModel", "TestSupport"]),
    .testTarget(
      name: "DisclosureControlTests",
      dependencies: ["DisclosureControl", "WijkModel", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "ReportTests",
      dependencies: ["Report", "DisclosureControl", "Definitions", "WijkModel", "TestSupport"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "CCairo", "TestSupport"]),
    .testTarget(
      name: "ExportersTests",
      dependencies: [
        "Exporters", "Report", "Charts", "Definitions", "DisclosureControl", "DelimitedText",
        "WijkModel", "TestSupport",
      ]),
    .testTarget(
      name: "HistoryTests",
      dependencies: ["History", "DisclosureControl", "WijkModel", "TestSupport"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Definitions", "DisclosureControl", "Exporters", "Importers", "WijkModel",
        "TestSupport",
      ]),
    .testTarget(
      name: "TelbankTests",
      dependencies: [
        "telbank", "Aggregation", "Definitions", "DelimitedText", "Importers", "WijkModel",
        "TestSupport",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "DelimitedText", "DisclosureControl", "Exporters", "History", "Pipeline", "WijkModel",
        "wijkbeeld", "TestSupport",
      ]),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: ["DisclosureControl", "Statistics", "WijkModel", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
