import Testing

@testable import Events

/// The vocabulary as its specification has it, written out by hand.
///
/// One line a kind: `name fields`; a field is `name:type` with `*` where it is required, text where
/// it names no type, and `a/b/c` for a choice.
private let expectedKinds: [(Kind.Section, String)] = [
  (
    .liberty,
    """
    arrest authority:organisation circumstances case
    administrative-arrest term:duration authority:organisation|text case
    internment authority:organisation|text until:date case
    remand stage:ordered/extended term:duration until:date court in_absentia:boolean case
    house-arrest term:duration until:date court case
    bail measure:bail/recognisance/surety/ban_on_actions conditions case
    commitment form:examination/court_ordered/civil_involuntary/outpatient facility:place court \
    until:date case
    transfer to*:place case
    release basis:no_charge/dropped/acquitted/term_served/parole/amnesty/pardon/replacement/\
    medical/quashed/exchange/discharged case
    disappearance stage*:disappeared/abducted/located by:state/non_state/unknown \
    found:in_custody/free/dead case
    departure form*:left/fled/exiled/expelled/deported/extradited/rendered/escaped/returned \
    to:place case
    death in_custody:boolean form:natural/killed/executed/suicide cause case
    mass-arrest count:count case
    """
  ),
  (
    .courts,
    """
    charge stage*:opened/brought/changed/dropped articles:[text] case
    summons form*:summoned/questioned/warned as:witness/suspect case
    trial stage*:opened/hearing/closed_to_public/ended court for:date case
    verdict outcome*:convicted/acquitted/dismissed final:boolean court case
    sentence form*:imprisonment/life/death/suspended/restriction/open_facility/\
    corrective_labour/community_service/fine \
    term:duration counted_from:date credit:duration claimed_end:date \
    fine:money{amount*:number>=0,currency*:text} \
    jurisdiction:criminal/administrative in_absentia:boolean taken_into_custody:boolean \
    replaces:[ref] court articles:text|[text] case
    ban what*:[civic_activity/journalism/civic_or_journalistic/trade_union/public_office/travel/\
    assembly/internet/finances/residence/supervision/other] \
    stage:imposed/lifted term:duration until:date case
    appeal outcome*:upheld/reduced/increased/quashed/remitted of:ref term:duration case
    clemency form*:amnesty/pardon/commutation/replacement/early_release_granted/\
    suspension_revoked term:duration case
    counsel stage*:appointed/withdrew/removed/denied forced:boolean case
    """
  ),
  (
    .treatment,
    """
    ill-treatment form*:torture/beating/injury_observed/pressure_to_confess/coerced_confession/\
    medical_denial/incommunicado/solitary/punishment_cell/threat/sexual_violence/forced_feeding/\
    forced_labour/force_against_crowd/other condition
    health form*:condition/hospitalised/hunger_strike_begun/hunger_strike_ended condition \
    severity:at_risk/serious/critical needs:[text]
    search of:home/office/other
    reprisal form
    practice what
    """
  ),
  (
    .acts,
    """
    assessment finding*:political/not_political/arbitrary/punitive_psychiatry/other \
    by*:person|organisation criteria:[text]
    recognition list* stage*:listed/delisted/on_list category criteria:[text]
    decision body*:organisation form:opinion/views/judgment/concluding_observations/\
    interim_measures/other \
    finding:arbitrary_detention/violation/political_prosecution/no_violation/concerns \
    respondent:place|organisation demands:[DEMAND] categories:[text] number
    compliance of*:ref demand stage*:complied/partly/not_complied
    declaration form*:written_declaration/resolution/report/statement/open_letter/endorsement/\
    threat/denial/call issuer:person|organisation tabled_in:organisation number \
    signatories:[count] stance:[supports/criticises/demands/threatens/denies/regrets] \
    demands:[DEMAND] claims:[claim{text*:text,about:[ref]}] about:[ref]
    wanted stage*:listed/delisted list:national/cis/interpol_red/interpol_diffusion/interpol/other
    extradition stage*:requested/granted/refused/executed/used from:place to:place
    asylum stage*:requested/granted/refused in:place
    designation as*:foreign_agent/undesirable/extremist/terrorist/terrorist_financing/other \
    stage:imposed/lifted
    meeting stage*:held/refused/not_held/planned with:[text] for:date
    """
  ),
  (
    .publicLife,
    """
    election stage*:scheduled/held/result/annulled office* candidates:[person] winner:person \
    for:date
    border-measure stage*:imposed/tightened/eased/lifted by:place between*:[place,2] direction \
    measure* until:date
    protest stage*:announced/held/dispersed/banned cause participants:count for:date
    law stage*:proposed/adopted/amended/repealed/suspended/applied law* articles:[text]
    closure target*:organisation|text form*:closed/suspended/blocked/banned/dissolved/reopened
    other
    """
  ),
  (
    .assertions,
    """
    status liberty:LIBERTY process:PROCESS since:date
    count states:[LIBERTY/held] state count*:count list category
    """
  ),
  (
    .record,
    """
    person id*:new names*:[NAME] born:date sex nationality:place occupation:[text] \
    office:[text] group:boolean size:count \
    shown_as:name/initials/pseudonym/withheld consent:given/public_already/unknown/refused
    organisation id*:new names*:[NAME] form:ngo/media/union/party/court/parliament/police/\
    prosecutor/security_service/prison/government/un_body/un_wgad/intergovernmental/company/\
    other country:place group:boolean
    place id*:new names*:[NAME] form:country/region/city/facility/border_crossing \
    lat:number>=-90<=90 lon:number>=-180<=180 precision:exact/near/region
    source id*:new title* form:letter/report/article/court_document/interview/photo/video/\
    website/other author:person|organisation publisher:person|organisation published:date url \
    language \
    reliability:highly_reliable/reliable/fairly_reliable/unreliable consulted:boolean sha256:sha256
    case id*:new articles:[text] opened:date court
    relation persons*:[person] to*:person|organisation as*:colleague/relative/co_defendant/\
    counsel/member/other
    evidence event:ref source:source sha256*:sha256 name* media_type bytes:whole>=0 url archived_at
    identity stage*:merged/split ids*:[person] into:person
    correction of*:ref set*:patch reason*
    retraction of*:ref reason*
    ranking of*:ref rank*:preferred/deprecated reason*
    redaction of*:ref scope*:private/line reason*
    """
  ),
]

private let abbreviations = [
  (
    "LIBERTY",
    """
    unknown/at_liberty/police_custody/administrative_arrest/interned/pretrial_detention/in_custody/\
    imprisoned/psychiatric_detention/house_arrest/open_facility/bail/conditional/disappeared/\
    in_hiding/abroad/deceased
    """
  ),
  (
    "PROCESS",
    "final/convicted/on_trial/charged/investigated/amnestied/served/dropped/acquitted/none"
  ),
  (
    "DEMAND",
    """
    demand{id:text,what:release/compensation/medical_care/investigation/fair_trial/\
    end_prosecution/law_change/other,text:text,of:text,for:[person]}
    """
  ),
  (
    "NAME",
    "name{text*:text,lang:text,script:text,kind:main/alias/transliteration/patronymic/as_written}"
  ),
]

private let huridocsCodes = [
  "arrest": "4:030101", "internment": "29:01", "house-arrest": "4:030105",
  "commitment": "5:020400", "transfer": "30", "disappearance": "4:030103",
  "mass-arrest": "4:030107", "ill-treatment": "4:0201", "search": "4:040101",
  "election": "1:Elections", "border-measure": "4:050106", "protest": "4:1201",
  "closure": "4:1001",
]

@Suite struct VocabularyTests {
  @Test(arguments: Kind.Section.allCases)
  func `a section declares the kinds and fields of the specification`(section: Kind.Section) {
    let expected = expectedKinds.filter { $0.0 == section }.flatMap { _, lines in
      abbreviations.reduce(lines) { $0.replacing($1.0, with: $1.1) }
        .split(separator: "\n").map(String.init)
    }
    let declared = Vocabulary.standard.kinds(in: section).map { kind in
      ([kind.name] + kind.fields.map(notation)).joined(separator: " ")
    }
    #expect(!expected.isEmpty)
    #expect(declared == expected)
  }

  private func notation(_ field: Field) -> String {
    let mark = field.isRequired ? "*" : ""
    return field.type == .text ? field.name + mark : "\(field.name)\(mark):\(notation(field.type))"
  }

  private func recordNotation(_ field: Field) -> String {
    "\(field.name)\(field.isRequired ? "*" : ""):\(notation(field.type))"
  }

  private func notation(_ type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .texts: "text|[text]"
    case .choice(let words): words.joined(separator: "/")
    case .date: "date"
    case .duration: "duration"
    case .number(let range):
      (range.isWhole ? "whole" : "number") + (range.lowest.map { ">=\($0)" } ?? "")
        + (range.highest.map { "<=\($0)" } ?? "")
    case .boolean: "boolean"
    case .sha256: "sha256"
    case .count: "count"
    case .ref: "ref"
    case .entity(let sorts): sorts.map(\.rawValue).joined(separator: "|")
    case .organisationOrText: "organisation|text"
    case .newID: "new"
    case .mergePatch: "patch"
    case .list(let item): "[\(notation(item))]"
    case .tuple(let item, let count): "[\(notation(item)),\(count)]"
    case .record(let name, let fields):
      name + "{" + fields.map(recordNotation).joined(separator: ",") + "}"
    }
  }

  @Test func `kinds bear the HURIDOCS codes of the specification, the others none`() {
    let codes = Vocabulary.standard.kinds.compactMap { kind in
      kind.huridocs.map { (kind.name, $0) }
    }
    #expect(Dictionary(uniqueKeysWithValues: codes) == huridocsCodes)
  }

  @Test func `kinds under liberty and status need a person, mass-arrest apart`() {
    let needing = Vocabulary.standard.kinds.filter(\.needsPerson).map(\.name)
    let expected = [
      "arrest", "administrative-arrest", "internment", "remand", "house-arrest", "bail",
      "commitment", "transfer", "release", "disappearance", "departure", "death", "status",
    ]
    #expect(needing == expected)
  }

  @Test func `count and evidence need one field of two`() {
    let alternatives = Vocabulary.standard.kinds.filter { !$0.oneOf.isEmpty }
    #expect(alternatives.map(\.name) == ["count", "evidence"])
    #expect(
      alternatives.map(\.oneOf) == [
        [Kind.Alternative(["states", "state"], exclusive: false)],
        [Kind.Alternative(["event", "source"], exclusive: true)],
      ]
    )
  }

  @Test func `five kinds register something`() {
    let registering = Vocabulary.standard.kinds.filter { $0.registers != nil }
    #expect(registering.map(\.name) == ["person", "organisation", "place", "source", "case"])
    #expect(registering.allSatisfy { $0.field("id")?.type == .newID })
  }

  @Test(arguments: Vocabulary.standard.kinds)
  func `a kind and its fields mean something, each in one sentence`(kind: Kind) {
    for meaning in [kind.meaning] + kind.fields.map(\.meaning) {
      #expect(meaning.hasSuffix("."))
      #expect(!meaning.contains(". "))
      #expect(!meaning.contains("|"))
    }
  }

  @Test func `seven states are held, three are counted apart`() {
    #expect(
      LibertyState.held.map(\.rawValue) == [
        "police_custody", "administrative_arrest", "interned", "pretrial_detention",
        "in_custody", "imprisoned", "psychiatric_detention",
      ]
    )
    #expect(
      LibertyState.allCases.filter(\.isCountedApart).map(\.rawValue) == [
        "house_arrest", "open_facility", "disappeared",
      ]
    )
  }

  @Test func `roles are those of the specification`() {
    #expect(
      Role.words == [
        "authority", "court", "judge", "prosecutor", "investigator", "alleged_perpetrator",
        "perpetrator", "counsel", "issuer", "author", "rapporteur", "signatory", "speaker",
        "addressee", "responsible_state", "candidate", "organiser", "other",
      ]
    )
  }

  @Test(arguments: ["arrest", "x-visit", "X-visit", "x-", "Arrest", "", "arre\u{301}st"])
  func `a kind is known by its exact bytes`(name: String) {
    #expect((Vocabulary.standard[name] != nil) == (name == "arrest"))
    #expect(Vocabulary.isOwn(name) == (name == "x-visit"))
  }
}

extension Kind: CustomTestStringConvertible {
  public var testDescription: String { name }
}
