"""The words that decide whether a full stop ends a sentence.

Abbreviations are written without their last stop. One in small letters also holds with a capital at its
front; one with a capital holds as it stands, because its small form is an ordinary word ("Art." but "art.").
None holds in capitals, which have meanings of their own: "MS", "CF", "NO".
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEVER_LAST = _words("""
    e.g i.e a.k.a c.f n.b v.s eg ie cf vs viz approx incl excl resp esp fig figs eq eqs eqn eqns suppl supp
    vit dr drs prof mr mrs Ms Mx Messrs St Mt Ft Capt Cdr Col Gen Lt Lieut Maj Sgt Supt Assoc Asst Rev Hon Gov
    Sen Rep Pres Fr tel
""")
"""Always lean on what follows: titles, "e.g.", "Fig.", "Tel."."""

BEFORE_NUMBERS = _words("""
    no nos nr pp vol vols chap chaps chr ver sect ref refs ca circa App Art Cat Ch Ed Lot Op Par Para Pt Sec
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
""")
"""Lean on a number that follows, and else may end a sentence."""

SELDOM_LAST = _words("""
    al inc ltd corp co bros plc dept univ assn govt jr sr esq ave blvd rd hwy eds ibid spp ssp subsp
    min mins sec secs hr hrs wk wks mo mos yr yrs temp conc avg PS Inst Lab Labs
    Acad Acta Adv Am Anal Ann Appl Arch Behav Biochem Biol Biomed Br Bull Cardiol Cell Chem Clin Commun Curr
    Dev Dis Endocrinol Engl Environ Epidemiol Eur Exp Genet Hum Immunol Infect Int Intl Invest Lett Med Mem
    Metab Microbiol Mol Nat Natl Neurol Neurosci Nucl Nutr Opin Pathol Pediatr Pharm Pharmacol Phil Philos
    Phys Physiol Proc Psychiatr Psychol Publ Rehabil Res Rheumatol Sci Soc Surg Symp Ther Toxicol Trans Virol
""")
"""May end a sentence, but only a sure beginning after them shows it ("et al. The", "Inc. It")."""

BEGINNERS = _words("""
    a an the this that these those there here it its he she his her hers they their we our you your my
    in on at as for from to by with without within of under over between among across through throughout
    until upon along despite during after before since because although though while whereas when whenever
    where wherever if unless once what which who whose why how whether
    however but and yet so thus hence therefore moreover furthermore nevertheless nonetheless instead
    otherwise also besides meanwhile additionally consequently similarly likewise conversely accordingly
    overall finally firstly secondly thirdly lastly then next later now today currently recently previously
    sometimes often usually generally typically especially indeed interestingly importantly notably
    surprisingly fortunately unfortunately perhaps maybe
    some any all both each every either neither many most more much few several other others another such
    not none nothing nobody everyone everything someone something one two three
    is are was were do does did can could should would will may might has have had
    please according compared given based using
""")
"""Words that hardly ever are names: with a capital, they begin a sentence."""

SMALL_BEGINNERS = _words("""
    i im ive it its he she they we you u this these there my your the if because cos
    what where why how when who does do did can could should would please maybe ok
""")
"""Begin a sentence where somebody writes without capitals."""

LETTERED = _words("""
    vitamin vitamins hepatitis type types subtype group groups subgroup class grade stage phase part panel
    panels figure figures fig figs table tables section appendix box step arm cohort influenza flu factor
    factors coenzyme kinase proteinase protein immunoglobulin haemophilia hemophilia toxin strain strains
    allele alleles site sites plan option model category level schedule annex exhibit form ward block blood
    antigen question answer team case patient participant individual
""")
"""Nouns that a single letter names: after "vitamin C" the stop is the sentence's, after "J" the name's."""

AFTER_A_TIME = _words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December
    EST EDT CST CDT MST PST PDT GMT UTC BST CET CEST Eastern Central Pacific
""")
"""Go on after "9 a.m." in the same sentence."""

LABELS = _words("""
    table figure fig fig. figs figs. box appendix chapter section part step scheme case example question panel
    plate supplementary supplemental additional extended data file video movie
""")
"""Open a caption or a heading: the stop in "Table 1. Patients" keeps the label with its words."""
