"""Words around names: what is a person's name and what only looks like one."""

import re
from functools import cache
from importlib import resources

HONORIFIC = re.compile(r"(?:dr|mr|mrs|ms|prof|professor|doctor|sister|father)\.?\s+", re.IGNORECASE)
HONORIFIC_BEFORE = re.compile(r"(?:^|[\s(,;:/\"])(?:dr|mr|mrs|ms|prof|doctor|professor|sister)\.?\s+$", re.IGNORECASE)
PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "la", "le", "del", "da", "dos", "di", "ter", "y"}
)

NOT_NAMES = frozenset(
    """
    later afterward afterwards meanwhile separately additionally finally previously recently currently sometimes always never
    often soon earlier today's yesterday's tonight like eventually suddenly early usually typically theoretically definitely absolutely exactly instead expansion pre dual filtering competing phase post industry however therefore otherwise again once whenever apparently supposedly
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec q1 q2 q3 q4 today tomorrow yesterday easter christmas thanksgiving labor memorial epic
    cerner oracle meditech athena athenahealth allscripts nextgen eclinicalworks veradigm salesforce microsoft
    google zoom teams outlook excel slack workday deloitte kpmg mckinsey accenture gartner klas himss pyxis omnicell
    philips siemens docusign sharepoint azure aws snowflake tableau hyperdrive caboodle cogito beacon willow mychart
    hipaa hitech cms medicare medicaid baa soc fedramp hitrust nist phi sso saml hl7 fhir api vpn dpa msa sow nda
    rfp rfi roi tco kpi sla ai ml llm ehr emr it hr pr qa er ed or icu nicu p&t mec irb board committee council
    legal finance security pharmacy nursing procurement purchasing compliance quality operations clinical medical
    surgery oncology cardiology i we he she they it you my our their his her its the a an and but so or if then when
    while because since this that these those there here what who why how where which not no yes also just still
    only even very really maybe perhaps probably good great nice fine ok okay sure bad hi hello hey thanks thank
    best regards cheers dear team all everyone anyone someone nobody everybody please sorry fyi ps re fwd fw asap
    eod eow eom tbd tba na note notes call calls meeting met mtg next step steps action actions item items attendees
    follow followup pilot contract budget price pricing cost costs timeline summary update status stage account deal
    opportunity champion economic buyer decision process criteria metrics pain competition identify implicate paper
    paperwork risk risks blocker blockers gate gates concern concerns question questions answer issue issues
    interface integration workflow data reference references demo deck model proposal quote draft redlines redline
    agreement template questionnaire report call ask asked asks send sent sends sending need needs needed want wants
    wanted let lets get got go going gone will would can could should shall might must do does did done has have had
    is are was were be been being am north south east west new old big small first second third last both two three
    four five six ten hospital hospitals health healthcare clinic clinics system systems center regional university
    network memorial county state federal american national saint st mount general children childrens kids community
    physicians group partners associates institute college school foundation per via with from to for at by on in of
    off up down out over under about after before until till between during vs versus plus minus than too more most
    less least many much few rev vp svp evp avp ceo coo cfo cio cto ciso cmo cmio cno cpo cqo cco gc don se ae csm
    am pm us them him me mine yours ours subject date cc bcc forwarded original message wrote reply attachment
    attached confidential internal external draft final version v1 v2 v3 phase part section page slide internet wifi
    english spanish french christian jewish catholic lutheran methodist baptist texas ohio florida california york
    jersey washington oregon georgia virginia carolina midwest southwest northeast southeast america usa u.s europe
    canada mexico linkedin becker's beckers wow ugh lol haha btw imo tbh omg hmm um uh yeah yep nope nah well anyway
    honestly signed approved rejected passed scheduled submitted waiting spoke talked chatted heard saw left right
    back says said think thinks thought feels felt seems seemed looks looked sounds sounded owner owners user users
    evaluator influencer detractor veto stakeholder stakeholders stance people person contact contacts names name
    title role roles topic topics mood gut vibe verdict bottom line theres heres whats thats lets dont cant pharmd
    phd md rn idk ucare medi-cal happy numbers tone tech interfaces customer your our discussed nada paso fe numbers
    cost rate atty comp nxt nxt dc dp pp ch eb notice confidentiality el la los las san santa fort port lake mt
    joint commission river valley lodge positive negative neutral open closed won lost pending live go-live golive
    kickoff renewal expansion rollout training onboarding support implementation security review audit
    """.split()
)
ORG_WORDS = frozenset(
    """
    health healthcare hospital hospitals medical clinic clinics system systems center centre regional university
    memorial network partners group inc llc corp technologies technology care children's childrens county institute
    college foundation physicians associates pharma labs consulting advisors solutions software services district
    alliance trust medicine capital ventures analytics bank insurance plan cross shield society association academy
    department dept division
    """.split()
)
STRONG_VERBS = re.compile(
    r"\s*(?:,?\s*who\s+|,\s*(?:she|he)\s+)?(?:also |just |still |really |then |even |now |always |only |again |clearly |quietly |finally |already )*(?:said|says|say|asked|asks|wants|wanted|thinks|thought|told|tells|mentioned|mentions|pushed|pushes|likes|liked|loves|loved|hates|hated|"
    r"worried|worries|feels|felt|agreed|agrees|raised|raises|signed|signs|owns|runs|leads|needs|knows|joined|confirmed|confirms|promised|promises|keeps|kept|hopes|prefers|"
    r"objected|objects|seems|seemed|sounded|sounds|doesn'?t|isn'?t|won'?t|wouldn'?t|can'?t|didn'?t|hasn'?t|wasn'?t|insists|insisted|refuses|refused|believes|expects|offered|offers|"
    r"brought|brings|showed|shows|opened|nodded|laughed|shrugged|complained|complains|walked|called|emailed|texted|pinged|wrote|writes|replied|answered|committed|commits|"
    r"sees|saw|reports|reported|reviewed|reviews|approved|approves|blocked|blocks|supports|supported|backs|backed|fears|questioned|questions|wonders|wondered|warned|warns|hinted|vented|admitted|"
    r"sits|sat|chairs|handles|drives|holds|held|stays|stayed|got|gets|gave|gives|sent|sends|took|takes|came|comes|went|goes|quit|resigned|retired|retires|retiring|leaving|leaves|left|moved|moving|is|was|has|had|will|would|"
    r"wont|dont|doesnt|isnt|cant|didnt|'s|’s|should|could|can|may|might|to\s+(?:send|get|check|set|review|confirm|share|draft|come|ask|talk|schedule|follow|loop|bring|provide|introduce|intro|run|pull|find|call|email|write|sign))\b",
    re.IGNORECASE,
)
WEAK_VERBS = frozenset(
    """
    is was has had will would isn't isn’t isnt doesn't doesn’t doesnt won't won’t wont can't can’t cant didn't
    didn’t didnt dont don't hasn't wasn't wouldn't 's ’s should could can may might got gets gave gives took takes
    came comes went goes left to
    """.split()
)
ASKED = re.compile(
    r"\b(?:met|meet|meeting|ask|asked|asking|told|tell|telling|called|emailed|texted|thanked|pinged|convince|convinced)\s+$",
    re.IGNORECASE,
)
PLACE_BEFORE = re.compile(r"\b(?:in|near|outside|toward|towards|around|of)\s+$")
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


@cache
def first_names() -> frozenset[str]:
    """Given names that may be recognised in any case."""
    return _listed("first_names.txt")


@cache
def capital_first_names() -> frozenset[str]:
    """Given names that are also common words: recognised only with a capital."""
    return _listed("first_names_capital.txt")


@cache
def surnames() -> frozenset[str]:
    """Family names, which beside another capitalised word make a name."""
    return _listed("surnames.txt")


def _listed(name: str) -> frozenset[str]:
    return frozenset(resources.files(__package__).joinpath(name).read_text("utf-8").split())
