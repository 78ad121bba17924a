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
_EVERYDAY = """
abandon abroad accept access according achieve acquire acquired acquisition acquisitions act acts add added advantage
advice advise advised advisory advocate advocates afford aim aims allow allowed amount analysis anger announce
announced announcement annual answered answering apparently appear appeared area areas argue argument arrive article
aspect attend attended attention attitude audits authorization authorized avoid background backup bail balance band
bar bargain bear beat beginning behave belief belong benefit benefits bet bid bidder bidding bids bit blame blessing
boards body bond bonus book bottleneck bottom breakdown breaking briefed briefly broad building built bundled burden
burn calendar cancel cancelled cap capable capital capitation carry carrying case cases caught certain certificate
certification certifications championing changeover channel character characters charge charged charges charting cheap
checked checking checklist choice choices clarify clash clause clauses clinically closely closure closures clue coach
code colleague colleagues column columns combined comfortable comment comments commercial commercially commission
commonly communicate communication compared complete completed completely complex compliant component components
conclude condition conditions confidential confirm confirmed conflict conflicts connect connected connection consensus
consider considered considering consistent constraint constraints contacted contain content context continued
contractual contribute convert convincingly coordinate coordinates copy correct correction count counted couple course
cover coverage covered covers create created creates credibility credible critical cross culture cure current currents
cut cuts cutting cybersecurity cycle cycles daily danger dangerous data dealer dealing dealt debate decline declined
declining decrease deep defined degree delays delegate delete deleted delivering delivery demand demands depend
dependent depends describes design desire destination detail detailed determine develop developed developing
development develops diff differ differently difficult difficulty dinner direct directed direction disagreement
disappear discount discover discovery discussing discussion disrupt disrupted disruption distance divide doubt doubts
downside draft draw drift drink drug drugs earliest earn earned earns ease economy edge education effective
effectively efficient efforts elected election electronic elements elsewhere emailed emails embarrassed employee
employees empty enable encourage ended ending ends enemies enemy enjoy ensure enter enthusiastic entirely environment
equal error escalate essential established estimate estimated evidently evolve example examples exchange exclude
excuse executed execution exist existing expand expanded expanding expansion expected expecting experience experienced
expert explaining explanation express extend extended extension extent external externally extra extremely eye eyes
face faced facility facing factor factors failed failing failure fairly faith false familiar family fault favorable
favorite feasible federal fees feet fewer fifth fight fighting fights fill finances financing fire firm firms fiscal
flat flexible flip flow focus focused focuses focusing followed follows forced forces forecasts foresee foreseeable
forget formal formally forth forward fourth frame frozen frustrating fuel fully function functions fund funded funding
funds gain gained gaining gains gap gaps gate gated gates gather gating generally gift goal goals govern government
governor gradually graph green ground grounds grow grown grows growth guarantee guidance guide guided guideline
guidelines guides halfway handled hands happily harder hardest harm heading headline heart heat heavily heavy height
helped helpful helps hidden hierarchy high higher highest highly hire hired hiring hit hits hitting holiday home hook
host hot household human hurt hurts ignore ignored ignoring illness image imagine implement implementation implemented
implication imply importance impossible impress impressed improved improvement improves improving inch included income
increase increased increasing index indicate indication indicator indicators individual industry influencing inform
initial initially initiative initiatives insist install installed instance instantly instructions insurance insurer
insurers integrate integrated integrates integrating integrations intend intent interaction interests internal
internally interpret introduce introduced invent invest invested investing invite invited involve involvement isolated
joining joint joke judge jump justify keeper keeping keeps kickoff kid kids knock lack lacking lacks landmine
landmines landscape laptop largely lasted lasting launch launched lawsuit lawsuits layer laying layoff layoffs league
leaning legally length lesson lessons lets levels leverage liable library lift lights limited limits listed listen
lists load loan locally location lock locked logic longest losers loss losses lunch mad magic mainly maintain
maintenance majority managing mandatory manner map mapped maps marked massive match matched mature maximum mayor meal
meaning meant measure measured measurement measures mechanism membership mentioning merge merged merger method metric
mighty migrate migration milestone milestones minimum minor mistake mistakes mode moderate modern monitor monthly
mostly motion motivate motivated multi mutual nature nearby nearly neat needing neglected negotiate negotiated
negotiating negotiation negotiations neighbor neighbors network networks newest newly noise normally notify objective
objectives observe obtain obviously occur odd offered offering offers official opened opening openly opens operate
operated operates operating operation opponents organized ourselves outcome outline output outward overlook overnight
owned ownership owning pace paced package paid pair panel parallel parked partial partially participate particular
particularly partly partner partners partnership parts passed passes passing passive path patience pause paused
pausing pay payback paying payment payments pays peer peers pen penalty perfect perform performance performing
permission permit personal personally perspective phases pitch pitched pitching placed planned planner planning
planted pleased pleasure plenty plus poem pointed poll polls pool poor popular population portfolio portion positioned
positioning positions possibility possibly posted potential potentially practical practically practices precise
prepared preparing presence presenting press pressing previously prices primarily primary principle prior priorities
prioritize priority proactive problematic produce professional profile profit profits program programs progress
progressed progressing prompt properly property proposed prospect prospects proved provider providers provision psych
publicly published pull pulled pulling pulls purely puts quarterly quarters questionnaire questionnaires quoted race
racing raises ran range rank ranked ranking rapid rapidly rarely rates rating rational raw reaching readiness
realistically reality reasonable reasonably reassure reassured rebuild receives receiving recommendation
recommendations recommended reconsider recover reduce reduced reduction referral referrals reflect refused regard
regarding region register regularly regulate regulated regulation regulations regulatory reject rejected relate
related relation relations relatively release relevant reliable relief rely removed renew renewal rep repeat replace
replaced replacement replacing replied reply represent represents reps requires research resent reserve resign
resigned resigning resolve resource resources respectively responding responsibility responsible restart restructure
restructuring retire retired retiring return returned reveal revenue revenues reverse revisit rewards rid rolled
rolling rolls rough roughly rounds routine ruin ruled rush sake sale sales scared scary scenario scenarios scheduled
scheme scientific seat seats secondary secret secretly sees selected seller senior sensitive separately series
seriously served services session settle settled settling severe shaped shared shares sharing sharp shock shop shortly
shot showing shrink shrinking shrunk shut sick sight signals signature signatures significant silently sit sits
sitting sized skill slack slide slowed slowing slowly smart smooth soft soften sole solely solve solved somewhat
soonest sore spare speaking special specialist specific specifically specify spell spent sponsored sponsors stability
staffed stages stake stakes stalls standards starting starved stated stating statistics staying steady steering store
straight strain strange strategic strategically strategies stream strength strengths stressed strict strike strikes
string strongly structure structured struggle struggling studies study style submit submitted succeed succeeded
suddenly suffer suggest suggested suggestion suggestions suit suitable surely surprised surround survive suspect
suspend switch switched switching symptom teach tech technical technically technology telehealth temporary tend tense
terminate tested testimonial testimonials themes theory thinner thoroughly threat threaten thrilled tied tightening
timed timing tiny tired titled titles token tool tools topics totally tough tour town trace tracked tracking tracks
trade traditional traffic transfer transferred transform transition translate travel treat treatment trend trending
trends tricky trigger triggered troubled troubling trusted turned turning turns tying typical typically ultimate
ultimately unable unanimous unanswered unclear uncover undercut undercuts underlying undo unexpected unfinished
unfortunately unique unknown unlikely unsure unusual upcoming updated updating upfront upgrade uptake upward
utilization vacation valid validate validation valued values various vast versions vetoes victory video viewed violate
vital voiced voices volume volumes wake walked wanting warn warned warning waste wasted wasting wavering weakest
weakness wear weather weekend weigh weight welcome wherever whichever wide widely willingness winner winners wise
withdraw withdrawn wonder wondering worded wording workable worker workers workforce workplace worse worsen worsening
wrap writing written yield
"""

_GROUPS = (_SMALL, _ASKING, _PEOPLE, _STANDING, _WORRIES, _DOING, _MORE, _EVERYDAY)
COMMON = frozenset(word for group in _GROUPS for word in group.split())
