"""Words that questions are made of: whatever is not among them may be somebody's name, or a slip."""

_SMALL = """
a about above across after again against ago ahead all almost along already also although always am among an and
another any anybody anyone anything are around as aside at away back be became because become been before behind being
below besides best better between beyond both but by came can cannot come could did do does doing done down during
each earlier early eight either else enough even ever every everybody everyone everything except far few finally first
five for four from full further gave get gets getting give given gives go goes going gone good got great had half has
have having he hello her here hers herself hey hi him himself his how however hundred i if in including inside instead
into is it its itself just keep kept know known knows last lately later latest least left less let like liked likes
little long longer look looking looks lot lots made make makes many may maybe me mean means might million mine more
most much must my myself near need needed needs never new next nine no nobody none nor not nothing now number numbers
of off often ok okay old on once one ones only onto or other others our ours out outside over own part past per
percent perhaps please previous put quick quickly quite rather really recent recently remaining right said same say
saying says second see seem seems seen sent seven several shall she should show since six so some somebody someone
something soon sorry still such sure take taken takes tell ten than thank thanks that the their theirs them themselves
then there these they thing things think thinking thinks third this those though thought thousand three through till
time times to today together told tomorrow tonight too took toward towards tried try trying two under unless until up
upon us use used using usually very via want wanted wants was way ways we well went were what whatever when whenever
where whether which while who whoever whole whom whose why will with within without wont would yes yesterday yet you
your yours
"""
_ASKING = """
account accounts answer answers ask asked asking asks bad big brief briefing catch command commands compare deal deals
explain fine happen happened happening happens health healthy help list menu moving opportunity overview phase picture
pipeline point position prep prepare question questions recap remind risk risks risky rundown scoop shape stage stall
stalled stand standing stands state status stood stuck summarise summarize summary tldr track update updates
"""
_PEOPLE = """
authority board boss budget buyer buyers cco ceo cfo champ champion champions chief cio ciso clinical clinician
clinicians cmio cmo cno committee committees company competitor competitors compliance consultant contact contacts coo
counsel cpo cqo cto customer customers decide decided decides decision decisions department departments detractor
detractors director directors doctor doctors dr economic email evaluator evaluators executive executives finance
financial floor folks gc general group guy guys head hospital hospitals influence influencer influencers influences
influential involved key lady leader leaders leadership legal maker makers manager managers member members mobile
nurse nurses nursing officer officers operations ops org organisation organization owner owns patient patients people
person persons pharmacist pharmacists pharmacy phone physician physicians player players power president privacy
procurement purchasing quality report reporting reports role roles security side sponsor staff stakeholder
stakeholders team teams unit user users vendor vendors veto vice vp ward wards
"""
_STANDING = """
agree agreed agrees aligned alignment allies ally approval approve approved approves backed backing backs bought budge
buy change changed changes changing commit commitment commitments commits committed convince convinced convincing
corner disagree fan fans favor favour feel feeling feelings feels fence friendly holdout holdouts mind minds naysayer
naysayers negative neutral onboard oppose opposed opposes opposing opposition persuade persuaded persuading positive
resist resistance resistant resisting round sceptic sceptical sceptics sell selling sign signed signing signs skeptic
skeptical skeptics sold stance stances support supported supporter supporters supporting supportive supports sway turn
unaligned unconvinced undecided vote votes voting win winning won yeses
"""
_WORRIES = """
addressed afraid agreement anxious baa barrier barriers beef block blocked blocker blockers blocking blocks bother
bothers breaker challenge challenges check cheque clicks complain complaint complaints concern concerned concerning
concerns contract contracts cost costs dislike dislikes evidence expensive fear fears flag flags friction governance
hang hangup hate hates hesitant hesitate hesitation hesitations hipaa history hold holding holds holdup hurdle hurdles
indemnification integration interface interfaces issue issues kill liability medicaid medicare money nervous night
nights object objection objections obstacle obstacles open outcomes pain points price pricing problem problems proof
purse push pushback pushed pushing raise raised raising red references reimbursement reservation reservations resolved
roadblock roadblocks roadmap roi safety snag snags staffing sticking stop stopped stopping stops strings training
trouble unresolved workflow workload worried worries worry worrying
"""
_DOING = """
action actions adoption affected afternoon alternative alternatives approach april assessment assessments assigned
athena audit august base based began begin bring brought build call called calling calls campaign care cares cause
causes cerner chance chances choose chose chosen close closed closes closing cms cold competition contracting
conversation conversations criteria criterion dark date dates day days deadline deadlines debt december delay delayed
deliver deliverable deliverables describe described discuss discussed due ehr emr engage engaged engagement engaging
epic expect expects explained fail fails february fee follow followup followups forecast framework friday fyi ghosted
ghosting growing handle handling hear heard hearing hears homework hope hopes hour hours impact impacted incumbent
item items january july june late learn learned likelihood likely log logged manage march margin margins market
meditech meet meeting meetings meets memo mention mentioned mentions met minute minutes mix monday month months
morning move moved moves name named noon note notes november october odds oracle outstanding overdue owe owed owes
payer pending pick picked pilot pilots plan plans plate playbook policies policy practice prefer prefers probability
process promise promised promises qualification qualify quarter quiet radio reach reached react reacted reaction ready
reason reasons recommend respond responded response review reviews root rule rules run running runs saturday schedule
seeing send sending sends september service share silence silent single slip slipped speak speaks spoke spoken stable
start started starts step steps strategy success sunday supposed talk talked talking talks task tasks template
threshold thursday timeline todo todos touch touched touchpoint touchpoints tuesday value versus visit visited vs walk
wednesday week weeks work worked working works worth year years
"""
_MORE = """
able actually address adjust affect affects agenda alarm alarms alert alerts align angry annoyed aware basically bed
beds believe believes biggest bunch busy buying buys cagey campaigns card cash cautious census center chart
circumstances clear clinic clinics comes coming competing competitive concrete confidence confident continue cool
cooled counter counts currently damage define defines demo demos details difference different directly discharge
discharges document documents door dose dosing drive drives driving drop dropped eager easy ed effect effort entire er
especially evaluate evaluates evaluating evaluation evolved exact exactly excited exposed exposure fact facts fair
fall falls fast feature features fedramp feedback figure figures file final financially find finding finish finished
fit fix form former free frequently friend front frustrated funny game gatekeeper gatekeepers ghost grand guess
guessing handoff handoffs happy hard hardly hesitating hopeful huge icu idea ideas immediately important improve
include includes infection infections info information input insured interest interested interesting investment join
joined keen killing kills kind language large larger law lead leads leave leaves leaving level life light limit line
link live local lose loses losing lost love loves low lukewarm mail main major management material matter matters
meantime media medical medication medications memory mess message metrics middle miss missed missing model moment
moments mood movement multiple names national natural necessary news nice normal notice obvious occasion offer office
opinion opportunities option options order orders original outlook overall overcome page paper papers party piece
place places play plays possible post present pressure pretty prevent print private probably procedure proceed product
products project projects proposal propose protect prove provide public pulse purchase purpose pursue pursuing
qualified qualifies queue quit quote rate read reading readmission readmissions reads real realistic realize receive
record records refer refuse refuses refusing regular relationship relationships reluctant remain request requests
require required requirement requirements respect rest result results rival rivals rollout safe save savings scale
scope score screen search season section secure select self sense sentence separate sepsis serious serve set sets
setup sheet shift shifts short shown shows sides similar simple simply site sites situation size skip slow small
social software solid solution sort sound sounds source speed spend spending spot spread standard statement stay stays
stick story strong subject successful surprise survey system systems table target temperature term terms test testing
tests text theme therefore thin thread tight tip tips title tone top topic total train trial trip true trust truth
type uncertain understand understands uneasy unhappy upset urgent usage usual verdict version view views visible
visits voice wait waiting walking warm warmed watch weak weekly willing wins wish word words world worst write writes
wrong yearly
"""

_GROUPS = (_SMALL, _ASKING, _PEOPLE, _STANDING, _WORRIES, _DOING, _MORE)
COMMON = frozenset(word for group in _GROUPS for word in group.split())
