"""The words that tell where a clause begins, and those that could be taken for them.

Small letters throughout. What is not listed makes no border, and the sentence stays as it is there.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


JOINING = _words("and but or")
COORDINATING = JOINING | _words("so yet nor")
"""Those that are not JOINING join clauses only after a comma."""

SURE_SUBORDINATORS = _words("because although though whereas unless")
AMBIGUOUS = _words("once since after before until as")
"""May also be a preposition: "since 1990", "as a rule"."""

SUBORDINATORS = SURE_SUBORDINATORS | AMBIGUOUS | _words("while when if whenever wherever whether")
WHO = _words("which who whom whose where")
OPENERS = WHO | SURE_SUBORDINATORS | _words("what how why whether that when if while")
"""Begin a clause that needs a verb of its own."""

PURPOSES = frozenset({("so", "that"), ("such", "that"), ("as", "if"), ("as", "though")})
MEANS = _words("by without instead rather")
PREPOSITIONS = _words("""
    in on at of to for with by from into onto through during within under over between among across about
    against after before without upon towards toward along behind beyond near
""")
PARTS = _words("some most all many both each none one two three half several few part parts much any")
"""Before "of which"."""

PRONOUNS = _words("i we you he she they")
"""Are subjects: a verb follows, whatever it is."""

POINTERS = _words("it this that these those there one some many most all both each none others")
"""May be subjects: only if a verb follows."""

ARTICLES = _words("a an the no this that these those our my your his her its their each every no any another")
DETERMINERS = ARTICLES | _words("""
    some many most all both several few two three four five six such neither either half only certain other
    different people patients researchers scientists doctors everyone someone nobody nothing something
    everything
""")
"""Begin what may be a subject: only if a verb follows. With an article an object may begin, too."""

NO_SUBJECT = OPENERS | PRONOUNS | JOINING | _words("nor than")
"""End what may be a subject."""

BE = _words("is are was were isn't aren't wasn't weren't")
_WITH_BARE_VERB = _words("""
    can could may might must shall should will would cannot can't couldn't won't wouldn't shouldn't
    mustn't do does did don't doesn't didn't
""")
HELPING = BE | _WITH_BARE_VERB | _words("has have had haven't hasn't hadn't")
"""Verbs in every sense: each has a subject before it."""

BEFORE_BARE_VERBS = _WITH_BARE_VERB | _words("to not never")
"""After these "have" or "suggest" is the rest of a verb, or no verb of a clause."""

FINITE = HELPING | _words("""
    suggest suggests indicate indicates demonstrate demonstrates reveal reveals show shows confirm
    confirms imply implies require requires provide provides contain contains include includes involve
    involves encode encodes remain remains become becomes occur occurs appear appears seem seems depend
    depends exist exists contribute contributes differ differs consist consists belong belongs allow
    allows enable enables receive receives know knows believe believes think thinks say says tell tells
    want wants feel feels keeps makes gives takes brings goes comes gets holds lacks leads plays begins
    explain explains describe describes happen happens means exhibit exhibits represent represents vary
    varies expresses continue continues reaches reduces affect affects reflect reflects extend extends
    refer refers serve serves create creates stimulates constitute constitutes adds develop develops
    produces protect protects prevent prevents helps improves grows turns sends puts sits dies binds
    inhibit inhibits regulate regulates interact interacts correspond corresponds respond responds arise
    arises emerge emerges spreads enters carries eats sleeps tries learn learns understand understands
    remember remembers forget forgets lose loses finds meets pays buys sells speaks stands writes showed
    began became went came took gave knew grew saw fell wrote chose broke arose said stood sat ran won
    threw drew flew shook rode forgot ate drank slept seemed appeared remained occurred happened concluded
    contributed differed consisted looked lived died wanted decided arrived got woke
    stayed waited rested walked talked laughed cried smiled worked failed resulted persisted varied
    disappeared responded agreed
""")
"""Further verbs that are seldom nouns or participles."""

BARE = _words("have do don't") | {verb for verb in FINITE if f"{verb}s" in FINITE}
"""May also go on after a "to": "able to stand and remain"."""

NAMED = _words("called named termed dubbed deemed considered based used needed need feed speed indeed")
"""Take an object, or end in the same letters, and are no verbs of a clause for that."""

PAST = _words(
    "told felt found made kept left held sent brought lost met led heard built caught bought taught"
)
"""Verbs of a clause like "opened": only if they take an object."""

IRREGULAR = _words("shown seen found given done known")
NEVER_VERBS = PREPOSITIONS | SUBORDINATORS | _words("versus besides always perhaps sometimes nevertheless")
"""End like "supports"."""

NO_VERBS = DETERMINERS | PREPOSITIONS | OPENERS | JOINING | _words("be date me him them us varying differing")
"""Follow "to" or a pronoun without being its verb."""

LINKING = _words("""
    thus therefore hence thereby consequently then also instead perhaps still later eventually finally
    subsequently often sometimes usually probably now already only never always not
""")
"""May stand between "and" and a verb."""

MODIFIERS = JOINING | _words("""
    even only just especially particularly simply largely partly partially mainly mostly probably perhaps
    possibly precisely except not
""")
"""Belong to the subordinator after them: "even though", "and because"."""

CLINGING = (
    MODIFIERS
    | OPENERS
    | BE
    | PREPOSITIONS
    | _words("""
    day days week weeks month months year years hour hours minute minutes moment time soon long shortly
    immediately right well ever a the an little short be been than as so such since either insofar
    inasmuch
""")
)
"""Keep the subordinator after them: "two weeks after", "soon after", "as soon as", "a while"."""

TIES = _words("as so such same much many far long soon well")
"""Go with a later "as": "the same dose as", "as often as"."""

PAIRING = _words("both between either neither")
"""Go with a later "and" or "or"."""

REPORTING = _words("""
    suggest suggests suggested suggesting indicate indicates indicated indicating demonstrate demonstrates
    demonstrated demonstrating show shows showed shown showing reveal reveals revealed revealing find
    finds found confirm confirms confirmed confirming imply implies implied implying conclude concludes
    concluded believe believes believed think thinks thought say says said report reports reported argue
    argues argued propose proposes proposed hypothesize hypothesized hypothesise hypothesised predict
    predicts predicted postulate postulated assume assumed assuming speculate speculated note noted
    observe observed know knows known knew mean means meant meaning feel feels felt hope hopes claim
    claims claimed state stated explain explains explained ensure ensures ensuring establish established
    realise realised realize realized remember recognise recognised recognized discover discovered notice
    noticed warn warned announce announced agree agrees agreed evidence hypothesis possibility idea
    conclusion notion belief
""")
"""May be followed by "that" and a clause."""

LED = _words("which whom")
"""Come after a preposition: "of which"."""

_LEANT_ON = _words("those these anyone everyone someone nobody all one ones people person any many ways")
NO_RESTRICTION = (
    PREPOSITIONS
    | BE
    | PRONOUNS
    | JOINING
    | REPORTING
    | _LEANT_ON
    | _words("""
    so such now not that than as be been being
""")
)
"""Before "that" or "who": what follows is no clause about a noun, or leans on it too much to be parted."""

MANNER = _words("extent degree way ways manner")
"""Lean on "to which" or "in which"."""

ADDING = _words("""
    suggesting indicating demonstrating showing revealing confirming implying meaning leading resulting
    making causing allowing enabling giving providing producing creating forming helping leaving raising
    reaching ranging supporting reflecting depending beginning starting followed compared using including
    involving representing consistent reducing increasing preventing affecting ensuring stating saying
    adding noting according killing replacing bringing taking putting turning keeping due unable
""")
"""After a comma they begin what belongs to the clause before."""

AFTER_BUT = LINKING | PREPOSITIONS | SUBORDINATORS | OPENERS | DETERMINERS
INTRODUCING = (
    PREPOSITIONS
    | SUBORDINATORS
    | _words("""
    to using given based compared despite unlike like following due according however interestingly
    similarly consistent together rather instead
""")
)
"""Begin what a sentence may say before its subject."""

LEANING = OPENERS | COORDINATING | HELPING
"""With a comma after them they wait for what comes after the next one: "that, if asked, can"."""

LATIN = _words("e.g i.e viz cf vs eg ie etc")
