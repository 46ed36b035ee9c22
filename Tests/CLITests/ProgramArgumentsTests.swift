import Testing

@testable import CLI

@Suite struct ProgramArgumentsTests {
  @Test func `the arguments are those that Swift knows from proc`() throws {
    #expect(!CommandLine.arguments.isEmpty)
    #expect(ProgramArguments.handedOver == CommandLine.arguments)
    #expect(try ProgramArguments.all() == Array(CommandLine.arguments.dropFirst()))
  }
}
