import WijkModel

extension SampleRelease {
  /// t216: counts and denominators as in t215; O/E made up.
  static func t216() -> DraftTable<EnrolledPatients> {
    let figures: [(String, Rounding)] = [
      ("per_1000", .decimals(1)), ("per_1000_laag", .decimals(1)), ("per_1000_hoog", .decimals(1)),
      ("verwacht", .decimals(0)), ("oe100", .decimals(0)), ("oe100_laag", .decimals(0)),
      ("oe100_hoog", .decimals(0)), ("oe_methode", .exact), ("p", .significant(2)),
      ("oordeel95", .exact), ("oordeel_bh", .exact),
    ]
    return table(
      "t216-prevalentie",
      dimensions("gebied_soort", "gebied", "groep") + [
        TableColumn("aantal", .count(measure: "patienten")),
        TableColumn("noemer", .denominator(measure: "patienten")),
      ]
        + figures.map {
          TableColumn($0.0, .derived(from: "aantal"), rounding: $0.1)
        },
      """
      pc4;1901;Astma;350;6000;58.33;52.7;64.5;300.2;116.6;104.7;129.5;byar;0.0051;hoger;hoger
      pc4;1901;COPD;180;6000;30;26;34.6;180.4;99.8;85.7;115.5;byar;0.98;vergelijkbaar;vergelijkbaar
      pc4;1901;Diabetes;400;6000;66.7;60.6;73.3;360.1;111.1;100.5;122.5;byar;0.039;hoger;vergelijkbaar
      pc4;1902;Astma;150;2480;60.5;51.8;70.6;149.8;100.1;84.7;117.5;byar;0.97;vergelijkbaar;vergelijkbaar
      pc4;1902;COPD;90;2480;36.3;29.6;44.4;88;102.3;82.2;125.7;byar;0.87;vergelijkbaar;vergelijkbaar
      pc4;1902;Diabetes;200;2480;80.6;70.6;92;150.5;132.9;115.1;152.6;byar;0.0001;hoger;hoger
      pc4;1903;Astma;110;1540;71.4;59.6;85.4;149.6;73.5;60.4;88.6;byar;0.0009;lager;lager
      pc4;1903;COPD;8;1540;5.2;2.6;10.2;45.1;17.7;7.7;35;exact;0.0000001;lager;lager
      pc4;1903;Diabetes;142;1540;92.2;78.7;107.7;140.7;100.9;85;119;byar;0.93;vergelijkbaar;vergelijkbaar
      wijk;voorbeeldwijk;Astma;610;10020;60.9;56.4;65.7;599.6;101.7;93.8;110.1;byar;0.68;vergelijkbaar;
      wijk;voorbeeldwijk;COPD;278;10020;27.7;24.7;31.1;313.5;88.7;78.5;99.7;byar;0.045;lager;
      wijk;voorbeeldwijk;Diabetes;742;10020;74.1;69.1;79.3;651.3;113.9;105.9;122.4;byar;0.0005;hoger;
      wijk;voorbeeldwijk;Artrose;120;10020;12;10;14.3;123.4;97.2;80.6;116.3;byar;0.79;vergelijkbaar;
      """,
      notes: [
        TableNote("referentie", ["naam": "Nederland, verzonnen", "jaar": "2025"]),
        TableNote("spreiding-praktijken"),
      ])
  }
}
