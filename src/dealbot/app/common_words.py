"""Words that questions are made of: whatever is not among them may be somebody's name, or a slip."""

_SMALL = """
a about above across after again against ago ahead all almost along already also although always am among an and another any
anybody anyone anything are around as aside at away back be became because become been before behind being below besides best
better between beyond both but by came can cannot come could did do does doing done down during each earlier early either else
enough even ever every everybody everyone everything except far few finally first for from full further gave get gets getting
give given gives go goes going gone good got great had half has have having he hello her here hers herself hey hi him himself his
how however i if in including inside instead into is it its itself just keep kept know known knows last lately later latest least
left less let like likes liked little long longer look looks looking lot lots made make makes many may maybe me mean means might
mine more most much must my myself near need needs needed never new next no nobody none nor not nothing now of off often ok okay
old on once one ones only onto or other others our ours out outside over own part past per perhaps please previous put quick
quickly quite rather really recent recently remaining right said same say saying says second see seem seems seen sent several
shall she should show since so some somebody someone something soon sorry still such sure take taken takes tell than thank thanks
that the their theirs them themselves then there these they thing things think thinking thinks third this those though thought
three through till time times to today together told tomorrow tonight too took toward towards tried try trying two under unless
until up upon us use used using usually very via want wanted wants was way ways we well went were what whatever when whenever
where whether which while who whoever whole whom whose why will with within without wont would yes yesterday yet you your yours
four five six seven eight nine ten hundred thousand million percent number numbers
"""
_ASKING = """
ask asked asking asks answer answers explain list summary summarize summarise recap overview rundown update updates status state
standing stand stands stood track tldr scoop deal deals account accounts opportunity pipeline picture big brief briefing prep
prepare catch latest happening happened happens happen question questions anything health healthy shape phase stage point
good bad well fine okay risk risks risky stuck moving stalled stall track position help commands command menu remind compare
"""
_PEOPLE = """
people person persons stakeholder stakeholders champion champions champ sponsor buyer buyers economic veto detractor detractors
user users evaluator evaluators influencer influencers influence influences influential owner owns own committee committees
player players key involved member members role roles decision decisions maker makers decide decides decided power authority
budget side team teams folks guys guy lady group boss everyone chief officer officers director directors manager managers head
vice president vp executive executives leadership leader leaders nurse nurses nursing doctor doctors dr physician physicians
clinician clinicians clinical pharmacy pharmacist pharmacists finance financial legal counsel general security compliance privacy
procurement purchasing operations ops quality board it cfo cio cmo cno coo ceo ciso cmio cto gc cpo cqo cco staff vendor vendors
competitor competitors consultant hospital hospitals ward wards unit floor department departments org organization
organisation company customer customers patient patients contact contacts email phone mobile report reports reporting
"""
_STANDING = """
aligned alignment unaligned board onboard support supports supported supporter supporters supporting supportive back backs
backing backed corner favor favour buy bought sold sell selling convinced convince convincing unconvinced persuade persuading
persuaded win winning won over fence undecided holdout holdouts skeptic skeptics skeptical sceptic sceptics sceptical opposed
opposing oppose opposes opposition resist resisting resistance resistant against vote votes voting yeses ally allies fan fans mind
minds change changed changes changing change behind budge sway turn round around agree agrees agreed disagree approve approves
approved approval committed commit commits commitment commitments friendly negative positive neutral naysayers naysayer feel
feels feeling feelings stance stances sign signs signed signing
"""
_WORRIES = """
concern concerns concerned concerning worry worries worried worrying objection objections object issue issues blocker blockers
block blocks blocking blocked hold holds holding holdup obstacle obstacles hurdle hurdles red flag flags pushback push pushing
pushed reservation reservations hesitation hesitations hesitant hesitate sticking stop stops stopping stopped beef fear fears
afraid nervous anxious night nights problem problems trouble complaint complaints complain pain points breaker barrier barriers
roadblock roadblocks snag snags friction challenge challenges price pricing cost costs money expensive integration interface
interfaces contract contracts agreement baa liability indemnification hipaa workflow clicks training staffing workload outcomes
evidence safety proof reimbursement medicare medicaid governance references roadmap roi purse strings check cheque kill
open remaining unresolved resolved addressed history raised raise raising bother bothers hate hates dislike dislikes hang hangup
"""
_DOING = """
step steps action actions item items todo todos owe owes owed promise promises promised overdue late due deadline deadlines
outstanding followup followups follow plate supposed deliver deliverable deliverables pending assigned homework task tasks
do week weeks day days month months year years quarter monday tuesday wednesday thursday friday saturday sunday january february
march april june july august september october november december morning afternoon noon minute minutes hour hours
send sends sending call calls called calling meet meets meeting meetings met talk talks talked talking speak speaks spoke spoken
heard hear hears hearing touch touched base touchpoint touchpoints engage engaged engaging engagement conversation conversations
quiet silent silence dark cold ghosted ghosting radio reach reached visit visited mention mentioned mentions react reacted
reaction respond responded response discuss discussed describe described explained bring brought learn learned ask
care cares expect expects prefer prefers hope hopes pick picked choose chose chosen slip slipped delay delayed move moved
moves close closes closed closing likelihood likely chance chances odds probability timeline forecast schedule date dates start
started starts begin began plan plans campaign strategy approach handle manage pilot pilots success criteria criterion threshold
adoption recommend clinicians review reviews epic cerner meditech athena oracle ehr emr stable growing contracting margin margins
debt payer mix value based fee service affected impacted impact rule rules policy policies cms qualify qualification process
audit assessment assessments template framework build market share competitor competition incumbent alternative alternatives
single worth walk usually fail fails root cause causes reason reasons note notes log logged memo fyi playbook best practice
handling seeing before run runs running ready works working work worked name named called vs versus against about
"""

_MORE = """
able address adjust affect affects align buying buys campaigns card cash center change chart circumstances comes coming competing
competitive competitiveness confident confidence continue counter counts define defines details drive drives driving drop dropped
effort evaluate evaluates evaluating evaluation evolved exactly exposure exposed fedramp final financially find finding finish
finished frequently gatekeeper gatekeepers ghost hardly hesitating info information insured investment kills killing lead leads
line live lose losing lost loses mail management medical metrics opportunities outlook overcome party persuades product products
pulse pursue pursuing qualified qualifies quit rate read reads reading records refuse refuses refusing reluctant rival rivals self
software system systems temperature test tests testing uneasy usage usual usually waiting wait walking write writes year
actually agenda aware basically believe believes biggest bunch busy care clear close concrete currently damage demo demos
dates difference different directly document documents door easy effect entire especially exact excited expect fact facts fair fast
feature features feedback figure figures file fit fix follow form former free friday friend front funny game general given grand guess
guessing happy hard hope huge idea ideas immediately important improve include includes input inside interest interested interesting
join joined key kind language large larger late law leave leaves leaving level life light limit link local lot love loves
low main major material matter matters meantime media memory message mess middle minute miss missed missing model moment moments
month mood move movement multiple name names national natural necessary news nice normal notice obvious occasion offer office
ones opinion option options order original page paper papers piece place places play plays please points possible post power practice
present pressure prevent pretty print private probably procedure proceed project projects propose proposal protect prove provide
public purchase purpose queue quality quarter question quote reach ready real realistic realize receive recent record refer regular
relationship relationships remain request requests require required requirement requirements respect rest result results rollout
round safe save savings scale scope score screen search season section secure select sense sentence separate serious serve set
sets setup seven share sheet shift shifts short show shown shows sides sign similar simple simply single site sites situation size
skip slow small social solid solution sort sound sounds source speed spend spending spot spread standard statement stay stays stick
story strong subject success successful summary surprise survey table tail talks target team term terms text theme therefore thin
thread tight tip tips title tone topic total touchy tour train trial trip true trust truth turn type uncertain understand
understands until upset urgent value verdict version view views visible visits voice wants warm watch weak weekly whats willing
win wins wish word words world worst wrong yearly zero
eager keen sceptical lukewarm cool cooled warmed cagey cautious worried hopeful happy unhappy angry annoyed frustrated
ward wards clinic clinics bed beds census shift shifts handoff handoffs alert alerts alarm alarms discharge discharges readmission
readmissions fall falls sepsis infection infections medication medications dose dosing orders order icu ed er
"""

COMMON = frozenset(" ".join((_SMALL, _ASKING, _PEOPLE, _STANDING, _WORRIES, _DOING, _MORE)).split())
