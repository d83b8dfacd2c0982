namespace BackendStandards.Analyzers.Naming;

/// <summary>
/// The nouns that are known. What is missing is unknown, and nothing is said of it; words that are as often a verb in an address (<c>export</c>,
/// <c>search</c>, <c>upload</c>, <c>transfer</c>) are missing on purpose.
/// </summary>
internal static class NounLexicon
{
    /// <summary>Nouns whose plural follows from their spelling, in their singular.</summary>
    public const string Regular = """
        accident account achievement action activity actor adapter addon address adjustment administrator adult advert advertisement adviser advisor affiliate agency agenda agent
        agreement airline airplane airport alarm album alert algorithm alias aliquot allergy allocation allowance alternative ambulance amenity amount angle animal annotation
        announcement answer apartment apology app appeal appliance applicant application appointment appraisal approver area argument arrival article artifact artist aspect
        assembly assessment asset assignee assignment assistant association asteroid athlete attachment attempt attendee attorney attribute auction auditor author authority
        authorization autobiography badge bag bakery ball balloon band bank banner bar barcode barrel barrier baseline basket bathroom battery beach bean bed bedroom beneficiary
        benefit bicycle bid bike bill biller biography bird birthday blacklist blob blocker blog blueprint board boat bond bonus book booking booth bottle boundary box branch
        brand breed brewery bride bridge broadcast brochure broker browser bucket budget bug builder building bulletin bundle burger bus business button buyer cabin cabinet cable
        cafe cake calculation calculator calendar camera camp campaign campus candidate candle canvas capability capacity captain car card cardholder career carrier cart cartoon
        case cashier casino castle cat category celebrity cell center centre century ceremony certificate certification chain chair challenge chamber champion championship chance
        channel chapter character charger charity chart chef chemical chest choice church cinema circle circuit citizen city claim clan class classification classroom clause
        cleaner client climate clinic clock cloud club clue cluster coach coin collaborator colleague collection college colony color colour column combination comment commission
        commit committee commodity community company comparison competence competition competitor complaint component composer composition compound computer concept concern
        concert conclusion condition conference configuration conflict connection connector consent constant constraint consultant consultation consumer contact container contest
        contestant context continent contract contraction contractor contribution contributor controller convention conversation cook cookie coordinate coordinator copy corner
        corporation correction counter country county coupon courier course court courtroom coworker craft creator credential credit creditor crew crime crop cup currency
        customer cycle dashboard database dataset date day deadline deal dealer debate debit debt debtor decade decision deck deduction defect deficiency definition degree
        delegate delegation delivery demand demographic dentist department departure dependency deployment deposit depot description design designer desk destination detail
        detector developer device diagram dialog dialogue diary dictionary dimension diner diploma director directory disability disbursement discipline discount discovery
        discussion disease dish dispute distance distributor district diver division doctor document dog dollar domain donation donor door dosage dose draft drawing dress driver
        drone drug duration duty ebook edition editor effect election electrician element elevator employee employer employment encounter encryption endpoint enemy engine
        engineer enquiry enrollment enterprise entitlement entity entrance entry enum envelope environment episode equation error essay estate estimate evaluation event exam
        examination example exception exemption exercise exhibit exhibition expansion expectation expense experience experiment expert explanation exponent exporter expression
        extension facility fact factor factory faculty failure fair family fan farm farmer fault feature federation fee feed ferry festival fiction field fighter figure file film
        filter finding finger fixture flat flavor fleet flight floor florist flow flower folder follower font food footer forecast forest form format fort forum foundation
        fraction fragment franchise friend friendship fruit function fund funder gadget gallery game gamer garage garden gate gateway gender gene generation generator genre gift
        girl goal government governor grade graduate grant graph group guarantee guardian guest guide guideline guild guitar gym habit hall handler harbor hashtag header headline
        helicopter highlight hiker hint hobby holder holiday home hook hospital host hostel hotel hour house household icon idea identifier identity image implementation importer
        impression improvement incentive incident income indicator individual industry infection influencer ingredient inhabitant initiative injection injury innovation input
        inquiry insect inspection inspector installation installment instance institute institution instruction instructor instrument insurer integration intent interaction
        interest interface intern internship interpreter interval intervention interview interviewer introduction invention investigation investment investor invitation invitee
        invoice island issue issuer item iteration itinerary jacket job joke journal journalist journey judge jury kernel keyboard keynote keyword kid kingdom kiosk kit kitchen
        lab label laboratory lake landlord landmark language laptop lawyer layer layout lead leader leaderboard league learner lease lecture lecturer ledger legend lens lesson
        letter level librarian library licence license lifecycle limitation line link listing loan lobby local locale location locker lodge logger logo lottery lounge lyric
        machine magazine mailbox mailing maker mall manager mandate manual manufacturer manuscript map marker market marketplace marriage massage master match material meal
        measure measurement mechanic medal medicine meeting member membership memo memory mentor menu merchant merger message meter method metric microservice migration milestone
        mine mineral minister ministry minute mirror mission mistake mixture mobile mobility model moderator modification modifier module molecule moment monitor monster month
        monument motel motor motorcycle mountain movement movie municipality museum musician nation nationality navigation neighbor neighborhood neighbour network newsletter
        newspaper nickname node nomination norm note notebook notice notification notifier novel number nurse nursery nutrient object objection objective obligation observation
        observer obstacle occasion occupant occupation occurrence ocean offence offense offer office officer operation operator opinion opponent opportunity option orchestra
        order orderline organ organisation organism organization organizer orientation origin outage outbreak outcome outfit outlet outline outpost output owner package page
        painter painting pair palace panel panelist paper paragraph parameter parcel parent park parking parser part participant participation partition partner partnership party
        passage passenger passkey passport password patch patent path pathway patient pattern payee payer payment payout payroll penalty pension percentage performance performer
        period permission permit persona perspective pet petition pharmacist pharmacy phase phone photo photographer phrase physician picture piece pilot pipeline pizza place
        placement plan planet plant plate platform player playlist plugin pocket podcast poem poet point policy politician poll pool portal portfolio portion position possession
        post postcode poster pot practice practitioner precedent prediction preference premise prescription presentation presenter preset president price printer priority prison
        prisoner privilege prize problem procedure process processor producer product profession professional professor profile program programme programmer project projection
        promise promo promotion proof property proposal prospect protocol prototype provider province provision proxy pub publication publisher pupil purchaser puzzle
        qualification quantity quarter queue quota quotation quote race rack radio railway rank ranking rating ratio reaction reader reading reason rebate receipt receiver recipe
        recipient recommendation reconciliation record recording recruiter referee reference referral region registration registry regulation regulator relation relationship
        relative reminder renewal rental replica repo report reporter repository representative republic reputation requirement researcher reseller reservation residence resident
        resolution resource respondent response responsibility restaurant restriction retailer retention retrospective revenue review reviewer revision reward rider right ring
        risk ritual river road roadmap robot role room roster route router row royalty ruler runner runtime sailor salary sale salon sample sanction sandbox sandwich satellite
        scanner scenario schedule scheduler scheme scholar scholarship school scientist scooter scope score screen screening screenshot script seal season seat secret secretary
        section sector segment selection seller semester seminar senator sender sensor sentence server service session setting settlement setup shape shareholder sheet shelter
        shift shipment shipper shirt shoe shop shopper shortcut showroom sibling signal signatory signature singer site situation skill slide slot snapshot snippet society socket
        solution song sound source space spacecraft speaker specialist speciality specialty specification spectator speech sponsor sport sprint squad stadium stage stakeholder
        stamp standard star startup state statement station statistic statue status step store story stranger strategy stream street strength student studio subcategory
        subcontractor subject subscriber subscription subsidiary substance substitute suite summary supermarket supervisor supplement supplier surface surgeon surgery surname
        survey suspect swimmer symbol symptom syndrome system table tablet tag talent target tariff task taxi taxonomy taxpayer teacher team teammate technician technique
        technology telephone template temple tenancy tenant tender term terminal territory testimonial theater theatre theme theory therapist therapy thing thread threat
        threshold thumbnail ticket tile timeline timer timesheet timeslot timezone title toast todo token tool topic tour tourist tournament tower town toy tracker trade trader
        tradition trailer train trainee trainer training trait transaction transcript translation translator transmission transporter trap traveler traveller treasure treatment
        treaty tree trend trial tribe trip trolley trophy truck trustee tube tuition tunnel tutor tutorial tweet type umbrella unit universe university usage user username
        utility vacancy vacation vaccination vaccine validator valley value van variable variant variation vault vector vehicle vendor venue version vessel veteran victim victory
        video viewer villa village violation virus visa visitor voice volume volunteer voter voucher vulnerability waiter wallet wallpaper warehouse warning warrant warranty
        watchlist waypoint weakness weapon webhook webinar website wedding week weekday weekend whitelist widget window winner wishlist witness word worker workflow workout
        workplace worksheet workshop workspace workstation wound writer yacht yard year zone zoo
        """;

    /// <summary>Nouns that form their plural in their own way: the singular, a colon, its plural, and after commas what is also used.</summary>
    public const string Irregular = """
        analysis:analyses appendix:appendices,appendixes axis:axes basis:bases cactus:cacti,cactuses calf:calves child:children corpus:corpora,corpuses crisis:crises criterion:criteria
        curriculum:curricula,curriculums datum:data diagnosis:diagnoses die:dice echo:echoes ellipsis:ellipses emphasis:emphases epoch:epochs fireman:firemen
        fisherman:fishermen foot:feet gas:gases goose:geese grandchild:grandchildren half:halves hero:heroes hypothesis:hypotheses index:indexes,indices knife:knives leaf:leaves life:lives
        loaf:loaves man:men matrix:matrices,matrixes medium:media mouse:mice oasis:oases ox:oxen parenthesis:parentheses person:people,persons phenomenon:phenomena policeman:policemen
        potato:potatoes prognosis:prognoses quiz:quizzes radius:radii,radiuses salesman:salesmen salesperson:salespeople,salespersons schema:schemas,schemata self:selves shelf:shelves
        spokesperson:spokespeople,spokespersons stimulus:stimuli stomach:stomachs symposium:symposia,symposiums synopsis:synopses syllabus:syllabi,syllabuses synthesis:syntheses
        thesis:theses thief:thieves tomato:tomatoes tooth:teeth vertex:vertices,vertexes veto:vetoes wife:wives wolf:wolves woman:women workman:workmen chairman:chairmen businessman:businessmen
        alumnus:alumni bureau:bureaus,bureaux cargo:cargoes,cargos volcano:volcanoes,volcanos fungus:fungi nucleus:nuclei bacterium:bacteria memorandum:memoranda,memorandums formula:formulas,formulae
        antenna:antennas,antennae passerby:passersby
        """;

    /// <summary>What has one form only, is not counted, or names one thing as a whole.</summary>
    public const string Uncountable = """
        access accommodation admin advice aircraft analytics api apparel assistance audio auth authentication aviation aws backup baggage bandwidth billing bluetooth cash catalog catalogue
        chat chemistry chess clothing code commerce compliance config content core correspondence coverage crypto customs data deer dns economics electricity electronics email energy engineering
        ethics equipment evidence feedback finance firmware fish fitness freight fuel furniture gold governance gps hardware headquarters health help history homework hr https inbox info
        information infrastructure insurance inventory iot jewelry kubernetes knowledge labour law leisure linux literature lighting logic logistics luggage machinery mail maintenance management
        marketing mathematics means media merchandise messaging metadata middleware money monitoring music networking news offspring onboarding outbox oxygen packaging paperwork
        personnel physics police politics pricing privacy progress publishing purchasing reporting research rubbish safety sales salmon scheduling scuba security seo series sheep shipping shopping
        shrimp sms software sourcing species spam staff statistics stock storage sugar support swine tax telemetry time traffic transport transportation travel trivia usability
        validation waste water wealth weather wildlife wifi work xml json
        """;
}
