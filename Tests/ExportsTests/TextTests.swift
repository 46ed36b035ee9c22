import Events
import Testing

@testable import Exports

@Suite struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a;b", "a;b"), ("a,b", #""a,b""#), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), (#"say "no""#, #""say ""no""""#),
    // A mark on a quotation mark makes one character of them, but still a quotation mark.
    ("x\"\u{301},=1", "\"x\"\"\u{301},=1\""),
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("'a", "''a"),
    ("\ta", "'\ta"), ("\r=1", "\"'\r=1\""), ("\u{1B}[2J", "'\u{1B}[2J"),
    ("＝1", "'＝1"), ("=HYPERLINK(\"x\")", #""'=HYPERLINK(""x"")""#), ("=\u{338}1", "'=\u{338}1"),
    (" =1", " =1"), ("a=1", "a=1"),
  ])
  func `a cell is text to every reader`(text: String, cell: String) {
    #expect(CSVText.cell(text).utf8.elementsEqual(cell.utf8))
  }
}

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("<script>", #"\<script\>"#),
    ("a & b &amp;", "a &amp; b &amp;amp;"),
    ("[x](javascript:1)", #"\[x\](javascript:1)"#),
    ("`code` **b** _i_ ~~s~~", #"\`code\` \*\*b\*\* \_i\_ \~\~s\~\~"#),
    ("| a | b |", #"\| a \| b \|"#), ("# h", ##"\# h"##), ("- a", #"\- a"#), ("+ a", #"\+ a"#),
    ("1. a", #"1\. a"#), ("12) a", #"12\) a"#), ("(iv) a", #"(iv\) a"#), ("A. Berg", #"A\. Berg"#),
    ("17 May", "17 May"), ("===", #"\==="#), (": x", #"\: x"#), ("[^1]: x", #"\[\^1\]: x"#),
    ("https://x.org/a_b", #"https\://x.org/a\_b"#), ("WWW.x.org: 5:30", #"WWW\.x.org: 5:30"#),
    ("$x$ @ann {.c}", #"\$x\$ \@ann \{.c\}"#), (#"\"#, #"\\"#),
    ("a\nb\r\nc\u{2028}d\te", "a b  c d e"), ("    code", "code"), ("line  ", "line"), ("  ", ""),
    ("\u{1B}[2J", "\u{FFFD}\\[2J"),
    ("[\u{301}x](y)", "\\[\u{301}x\\](y)"), ("`\u{301}", "\\`\u{301}"),
    ("\u{202E}abc", "\u{202E}abc\u{202C}"),
    ("\u{2067}a\u{202A}b", "\u{2067}a\u{202A}b\u{202C}\u{2069}"),
    ("\u{2067}a\u{2069}b", "\u{2067}a\u{2069}b"), ("👩‍👩‍👧 עברית", "👩‍👩‍👧 עברית"),
  ])
  func `a text stays literal and on its line`(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text).utf8.elementsEqual(escaped.utf8))
  }
}
