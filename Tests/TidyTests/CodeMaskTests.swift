import Testing

@Suite struct CodeMaskTests {
  @Test(arguments: [
    ("a // b", "a     "),
    ("a /* b /* c */ d */ e", "a                   e"),
    ("a(\"b\\\"c\") + d", "a(      ) + d"),
    ("\"a\\(b(\"c\") + d)e\" + f", "    b(   ) + d    + f"),
    ("#\"a\"b\\(c)\"# + d", "            + d"),
    ("##\"a\\##(b)\"#\"## + c", "        b       + c"),
    ("\"\"\"\na \"quoted\" {\n\"\"\" + b", "   \n            \n    + b"),
    ("func `a {b`()", "func `xxxx`()"),
    ("#/a\"{/# + b", "        + b"),
    ("#if a\n\"/*\" + b", "#if a\n     + b"),
  ])
  func `only code is left`(source: String, code: String) {
    #expect(String(decoding: CodeMask(source).code, as: UTF8.self) == code)
  }

  @Test func `comments are kept apart`() {
    let mask = CodeMask("a // b\n\"// c\" /* d */ e")
    #expect(String(decoding: mask.comments, as: UTF8.self) == "  // b\n       /* d */  ")
  }
}
