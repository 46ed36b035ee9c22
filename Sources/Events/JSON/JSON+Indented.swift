extension JSON {
  /// The value for people to read: two spaces a level, a member or item a line.
  package var indented: String {
    var text = ""
    indent(into: &text, by: "\n")
    return text
  }

  private func indent(into text: inout String, by newline: String) {
    switch self {
    case .array(let values) where !values.isEmpty:
      text += "["
      for (index, value) in values.enumerated() {
        text += (index == 0 ? "" : ",") + newline + "  "
        value.indent(into: &text, by: newline + "  ")
      }
      text += newline + "]"
    case .object(let members) where !members.isEmpty:
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "" : ",") + newline + "  \(JSON.text(member.name).written): "
        member.value.indent(into: &text, by: newline + "  ")
      }
      text += newline + "}"
    case .null, .boolean, .number, .text, .array, .object: text += written
    }
  }
}
