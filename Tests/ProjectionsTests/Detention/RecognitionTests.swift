import Testing

/// Recognition: who holds what of a person's case.
@Suite struct RecognitionTests {
  @Test(arguments: recognition) func `recognition says who, and claims no more`(
    scenario: Scenario
  ) throws { try scenario.check() }

  private static let working = #"organisation id=wg form=un_wgad names:=[{"text":"WG"}]"#
  private static let committee = #"organisation id=hrc form=un_body names:=[{"text":"HRC"}]"#
  private static let society = #"organisation id=ngo form=ngo names:=[{"text":"NGO"}]"#
  private static let release = #"demands:=[{"id":"d1","what":"release"}]"#

  static let recognition = [
    Scenario(
      "Listed",
      ["recognition 2016-05-17 list=memorial stage=listed"],
      on: "2016-05-17",
      "recognition listed_political_prisoner memorial 2016-05-17"
    ),
    Scenario(
      "Delisted",
      [
        "recognition 2016-05-17 list=memorial stage=listed",
        "recognition 2016-06-17 list=memorial stage=delisted",
      ],
      on: "2016-06-17",
      "recognition -"
    ),
    Scenario(
      "Listed by two, delisted by one",
      [
        "recognition 2016-05-17 list=memorial stage=listed",
        "recognition 2016-05-18 list=coalition stage=listed",
        "recognition 2016-06-17 list=memorial stage=delisted",
      ],
      on: "2016-06-17",
      "recognition listed_political_prisoner coalition 2016-05-18"
    ),
    Scenario(
      "Found on a list: not later than that day",
      ["recognition 2016-05-17 list=memorial stage=on_list"],
      on: "2016-05-17",
      "recognition listed_political_prisoner memorial [..2016-05-17]"
    ),
    Scenario(
      "Assessed as political",
      ["assessment 2016-05-17 finding=political by=ngo"],
      on: "2016-05-17",
      "recognition assessed_political ngo 2016-05-17"
    ),
    Scenario(
      "Assessed as not political",
      ["assessment 2016-05-17 finding=not_political by=ngo"],
      on: "2016-05-17",
      "recognition assessed_not_political ngo 2016-05-17"
    ),
    Scenario(
      "Assessed as arbitrary by an organisation that is not the working group",
      [society, "assessment 2016-05-17 finding=arbitrary by=ngo"],
      on: "2016-05-17",
      "recognition assessed_arbitrary ngo 2016-05-17"
    ),
    Scenario(
      "Assessed as punitive psychiatry",
      ["assessment 2016-05-17 finding=punitive_psychiatry by=ngo"],
      on: "2016-05-17",
      "recognition assessed_punitive_psychiatry ngo 2016-05-17"
    ),
    Scenario(
      "An assessment whose finding is not stated",
      ["assessment 2016-05-17 finding=unspecified by=ngo"],
      on: "2016-05-17",
      "recognition -"
    ),
    Scenario(
      "An opinion of the working group",
      [working, "decision 2016-05-17 body=wg finding=arbitrary_detention"],
      on: "2016-05-17",
      "recognition wgad_arbitrary wg 2016-05-17"
    ),
    Scenario(
      "An opinion of the working group that finds something else",
      [working, "decision 2016-05-17 body=wg finding=concerns"],
      on: "2016-05-17",
      "recognition -"
    ),
    Scenario(
      "Arbitrary detention found by another body of the United Nations",
      [committee, "decision 2016-05-17 body=hrc finding=arbitrary_detention"],
      on: "2016-05-17",
      "recognition -"
    ),
    Scenario(
      "Arbitrary detention found by a body of which nothing is registered",
      ["decision 2016-05-17 body=wg finding=arbitrary_detention"],
      on: "2016-05-17",
      "recognition -"
    ),
    Scenario(
      "The working group demands release",
      [working, "decision 2016-05-17 body=wg finding=arbitrary_detention \(release)"],
      on: "2016-05-17",
      "recognition un_release_call wg 2016-05-17 + wgad_arbitrary wg 2016-05-17"
    ),
    Scenario(
      "A body of the United Nations demands release",
      [committee, "decision 2016-05-17 body=hrc \(release)"],
      on: "2016-05-17",
      "recognition un_release_call hrc 2016-05-17"
    ),
    Scenario(
      "A body of the United Nations declares that it demands release",
      [committee, "declaration 2016-05-17 form=statement issuer=hrc \(release)"],
      on: "2016-05-17",
      "recognition un_release_call hrc 2016-05-17"
    ),
    Scenario(
      "A society demands release",
      [society, "declaration 2016-05-17 form=statement issuer=ngo \(release)"],
      on: "2016-05-17",
      "recognition -"
    ),
    Scenario(
      "A body of the United Nations demands something else",
      [
        committee,
        #"decision 2016-05-17 body=hrc demands:=[{"id":"d1","what":"compensation"}]"#,
      ],
      on: "2016-05-17",
      "recognition -"
    ),
    Scenario(
      "A demand for another of the persons",
      [
        committee,
        #"decision 2016-05-17 body=hrc persons:=["anna","boris"] "#
          + #"demands:=[{"id":"d1","what":"release","for":["boris"]}]"#,
      ],
      on: "2016-05-17",
      "recognition -"
    ),
    Scenario(
      "Asylum granted",
      ["asylum 2016-05-17 stage=granted in=xy"],
      on: "2016-05-17",
      "recognition asylum xy 2016-05-17"
    ),
    Scenario(
      "Asylum requested or refused is none",
      ["asylum 2016-05-17 stage=requested in=xy", "asylum 2016-06-17 stage=refused in=xy"],
      on: "2016-06-17",
      "recognition -"
    ),
  ]
}
