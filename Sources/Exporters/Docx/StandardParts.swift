/// The parts of our own house style that are not styles.
enum StandardParts {
  /// `word/theme/theme1.xml`: our colors, Calibri.
  static let theme = PackagePart(
    path: "word/theme/theme1.xml",
    contentType: "application/vnd.openxmlformats-officedocument.theme+xml",
    bytes: MarkupWriter.document { $0.literal(themeText) })

  /// `word/fontTable.xml`.
  static let fontTable = PackagePart(
    path: "word/fontTable.xml",
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
    bytes: MarkupWriter.document { $0.literal(fontText) })

  private static let fontText: StaticString = """
    <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/>\
    <w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>
    """

  private static let themeText: StaticString = """
    <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Wijkbeeld">\
    <a:themeElements><a:clrScheme name="Wijkbeeld">\
    <a:dk1><a:srgbClr val="1D2731"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>\
    <a:dk2><a:srgbClr val="143F66"/></a:dk2><a:lt2><a:srgbClr val="F4F7FA"/></a:lt2>\
    <a:accent1><a:srgbClr val="2A6496"/></a:accent1><a:accent2><a:srgbClr val="E29A4B"/></a:accent2>\
    <a:accent3><a:srgbClr val="5A6572"/></a:accent3><a:accent4><a:srgbClr val="3B3472"/></a:accent4>\
    <a:accent5><a:srgbClr val="1B4D27"/></a:accent5><a:accent6><a:srgbClr val="D19A00"/></a:accent6>\
    <a:hlink><a:srgbClr val="1F5C91"/></a:hlink><a:folHlink><a:srgbClr val="3B3472"/></a:folHlink>\
    </a:clrScheme><a:fontScheme name="Wijkbeeld">\
    <a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>\
    <a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>\
    </a:fontScheme><a:fmtScheme name="Wijkbeeld"><a:fillStyleLst>\
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>\
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>\
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst>\
    <a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>\
    <a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>\
    <a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>\
    <a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle>\
    <a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>\
    </a:effectStyleLst><a:bgFillStyleLst>\
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>\
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>\
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>\
    </a:themeElements></a:theme>
    """

  /// The foot of every page of our own house style: the wijk and the number of the page.
  static func footer(_ text: String, styles: StyleIDs, width: Int) -> PackagePart {
    PackagePart(
      path: "word/footer1.xml",
      contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
      bytes: MarkupWriter.document { writer in
        writer.element("w:ftr", ["xmlns:w": MarkupElement.wordAddress]) { writer in
          writer.element("w:p") { writer in
            writer.element("w:pPr") { writer in
              writer.value("w:pStyle", styles[.footer])
              writer.element("w:tabs") {
                $0.empty("w:tab", ["w:val": "right", "w:pos": "\(width)"])
              }
            }
            writer.run(text)
            writer.element("w:r") { $0.empty("w:tab") }
            writer.element("w:fldSimple", ["w:instr": " PAGE "]) { $0.run("1") }
          }
        }
      })
  }
}
