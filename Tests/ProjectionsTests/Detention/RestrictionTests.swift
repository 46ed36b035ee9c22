import Testing

/// Restrictions: a set, each with since and until.
@Suite struct RestrictionTests {
  private static let ban = #"ban 2016-11-28 what:=["travel","assembly"]"#

  @Test(arguments: restrictions) func `a restriction is in force to the end of its last day`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let restrictions = [
    Scenario(
      "All that a ban names, without an end",
      [ban],
      on: "2046-11-28",
      "restrictions assembly 2016-11-28..- + travel 2016-11-28..-; liberty unknown"
    ),
    Scenario(
      "Not before the ban",
      [ban],
      on: "2016-11-27",
      "restrictions -"
    ),
    Scenario(
      "On the last day of a term",
      [ban + " term=P3Y"],
      on: "2019-11-28",
      "restricted assembly + travel"
    ),
    Scenario(
      "The day after the last day of a term",
      [ban + " term=P3Y"],
      on: "2019-11-29",
      "restrictions -"
    ),
    Scenario(
      "On the last day stated",
      [ban + " until=2019-06-10"],
      on: "2019-06-10",
      "restrictions assembly 2016-11-28..2019-06-10 + travel 2016-11-28..2019-06-10"
    ),
    Scenario(
      "The day after the last day stated",
      [ban + " until=2019-06-10"],
      on: "2019-06-11",
      "restrictions -"
    ),
    Scenario(
      "On the latest day of a partial end",
      [ban + " until=2019-06"],
      on: "2019-06-30",
      "restricted assembly + travel"
    ),
    Scenario(
      "The day after the latest day of a partial end",
      [ban + " until=2019-06"],
      on: "2019-07-01",
      "restrictions -"
    ),
    Scenario(
      "A term from a partial date runs to its latest day",
      [#"ban 2016-11 what:=["travel"] term=P1Y"#],
      on: "2017-11-30",
      "restricted travel"
    ),
    Scenario(
      "A term from a partial date, the day after",
      [#"ban 2016-11 what:=["travel"] term=P1Y"#],
      on: "2017-12-01",
      "restrictions -"
    ),
    Scenario(
      "A ban that lasts ends with its interval",
      [#"ban 2016-11-28/2017-02-10 what:=["travel"]"#],
      on: "2017-02-10",
      "restricted travel"
    ),
    Scenario(
      "A ban that lasts, the day after",
      [#"ban 2016-11-28/2017-02-10 what:=["travel"]"#],
      on: "2017-02-11",
      "restrictions -"
    ),
    Scenario(
      "A ban that is only possible is not in force",
      [#"ban 2016 what:=["travel"]"#],
      on: "2016-06-01",
      "restrictions -"
    ),
    Scenario(
      "A ban lifted, in part",
      [ban, #"ban 2017-01-10 what:=["travel"] stage=lifted"#],
      on: "2017-01-11",
      "restrictions assembly 2016-11-28..-"
    ),
    Scenario(
      "A ban lifted and imposed again",
      [
        ban, #"ban 2017-01-10 what:=["travel","assembly"] stage=lifted"#,
        #"ban 2017-02-10 what:=["travel"]"#,
      ],
      on: "2017-02-11",
      "restrictions travel 2017-02-10..-"
    ),
    Scenario(
      "The longer of two bans counts",
      [ban + " until=2017-01-10", #"ban 2016-12-10 what:=["travel"] until=2018-01-10"#],
      on: "2017-06-01",
      "restricted travel"
    ),
    Scenario(
      "A ban that ends sooner does not shorten another",
      [ban + " until=2018-01-10", #"ban 2016-12-10 what:=["travel"] until=2017-01-10"#],
      on: "2017-06-01",
      "restricted assembly + travel"
    ),
    Scenario(
      "A ban that lapsed does not begin the next one",
      [
        #"ban 2010-01-10 what:=["travel"] until=2012-01-10"#,
        #"ban 2016-11-28 what:=["travel"]"#,
      ],
      on: "2016-12-01",
      "restrictions travel 2016-11-28..-"
    ),
    Scenario(
      "A ban that follows on the day after is the same ban",
      [
        #"ban 2010-01-10 what:=["travel"] until=2012-01-10"#,
        #"ban 2012-01-11 what:=["travel"] until=2014-01-10"#,
      ],
      on: "2013-12-01",
      "restrictions travel 2010-01-10..2014-01-10"
    ),
    Scenario(
      "Whether the ban was imposed or lifted is not stated",
      [#"ban 2016-11-28 what:=["travel"] stage=unspecified"#],
      on: "2016-12-01",
      "restrictions -"
    ),
    Scenario(
      "Taken off the wanted lists, nobody says which",
      [
        "wanted 2016-05-17 stage=listed list=national", "wanted 2016-05-18 stage=listed list=cis",
        "wanted 2016-05-19 stage=listed list=interpol_red", "wanted 2016-06-17 stage=delisted",
      ],
      on: "2016-06-17",
      "restrictions interpol 2016-05-19..-"
    ),
    Scenario(
      "Two states ask, one is refused",
      [
        "extradition 2016-05-17 stage=requested to=xy",
        "extradition 2016-05-18 stage=requested to=zz",
        "extradition 2016-06-17 stage=refused to=xy",
      ],
      on: "2016-06-18",
      "restrictions extradition_pending 2016-05-18..-"
    ),
    Scenario(
      "A refusal answers a request of which the state is not stated",
      ["extradition 2016-05-17 stage=requested", "extradition 2016-06-17 stage=refused to=xy"],
      on: "2016-06-18",
      "restrictions -"
    ),
    Scenario(
      "Wanted, the list not given",
      ["wanted 2016-05-17 stage=listed"],
      on: "2016-05-17",
      "restrictions wanted 2016-05-17..-; liberty unknown"
    ),
    Scenario(
      "Wanted nationally, and no longer",
      [
        "wanted 2016-05-17 stage=listed list=national",
        "wanted 2016-06-17 stage=delisted list=national",
      ],
      on: "2016-06-17",
      "restrictions -"
    ),
    Scenario(
      "Wanted on two lists, taken off one",
      [
        "wanted 2016-05-17 stage=listed list=national", "wanted 2016-05-18 stage=listed list=cis",
        "wanted 2016-06-17 stage=delisted list=national",
      ],
      on: "2016-06-17",
      "restricted wanted"
    ),
    Scenario(
      "Wanted nationally and by Interpol, taken off the national list",
      [
        "wanted 2016-05-17 stage=listed list=national",
        "wanted 2016-05-18 stage=listed list=interpol_red",
        "wanted 2016-06-17 stage=delisted list=national",
      ],
      on: "2016-06-17",
      "restrictions interpol 2016-05-18..-"
    ),
    Scenario(
      "Two notices of Interpol, one deleted",
      [
        "wanted 2016-05-17 stage=listed list=interpol_red",
        "wanted 2016-05-18 stage=listed list=interpol_diffusion",
        "wanted 2016-06-17 stage=delisted list=interpol_red",
      ],
      on: "2016-06-17",
      "restricted interpol"
    ),
    Scenario(
      "Two notices of Interpol, both deleted",
      [
        "wanted 2016-05-17 stage=listed list=interpol_red",
        "wanted 2016-05-18 stage=listed list=interpol_diffusion",
        "wanted 2016-06-17 stage=delisted list=interpol_red",
        "wanted 2016-06-18 stage=delisted list=interpol_diffusion",
      ],
      on: "2016-06-18",
      "restrictions -"
    ),
    Scenario(
      "An extradition requested",
      ["extradition 2016-05-17 stage=requested to=xy"],
      on: "2016-05-18",
      "restrictions extradition_pending 2016-05-17..-"
    ),
    Scenario(
      "An extradition granted is still pending",
      [
        "extradition 2016-05-17 stage=requested to=xy",
        "extradition 2016-06-17 stage=granted to=xy",
      ],
      on: "2016-06-18",
      "restrictions extradition_pending 2016-05-17..-"
    ),
    Scenario(
      "An extradition refused",
      [
        "extradition 2016-05-17 stage=requested to=xy",
        "extradition 2016-06-17 stage=refused to=xy",
      ],
      on: "2016-06-18",
      "restrictions -"
    ),
    Scenario(
      "An extradition carried out",
      [
        "extradition 2016-05-17 stage=requested to=xy",
        "extradition 2016-06-17 stage=executed to=xy",
      ],
      on: "2016-06-18",
      "restrictions -; liberty in_custody"
    ),
    Scenario(
      "A designation",
      ["designation 2016-05-17 as=foreign_agent"],
      on: "2016-05-18",
      "restrictions foreign_agent 2016-05-17..-"
    ),
    Scenario(
      "One designation lifted, another not",
      [
        "designation 2016-05-17 as=foreign_agent", "designation 2016-05-18 as=extremist",
        "designation 2016-06-17 as=foreign_agent stage=lifted",
      ],
      on: "2016-06-18",
      "restrictions extremist 2016-05-18..-"
    ),
  ]
}
