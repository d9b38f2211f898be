package fr.faireavec.signin;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.funders.Readership;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.parcours.Seats;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever hands out a link sees all that it opens: asked of every giver about everybody,
 * in a world where each way to sit somewhere stands alone once.
 */
@IntegrationTest
class ReachTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	/** What answers for each seat one may have; a seat nobody answers for fails. */
	private static final Map<Class<?>, Set<String>> ANSWERED = Map.of(Seat.Administering.class, Set.of("RoleSeating"),
			Seat.Facilitating.class, Set.of("RoleSeating", "EverSeating"), Seat.Piloting.class, Set.of("EverSeating"),
			Seat.Funding.class, Set.of("ReadingSeating", "EverSeating"));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Reach reach;

	@Autowired
	private List<Seating> seatings;

	@Autowired
	private Seats seats;

	@Autowired
	private AllParcours allParcours;

	@Autowired
	private People people;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private Readership readership;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private Inviting inviting;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person malik;

	@BeforeEach
	void everybodyOnce() {
		this.cast.itIs(START.plusDays(20).atTime(9, 0));
		Person ada = this.cast.administrator("Ada", "Min");
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.malik = this.cast.facilitator("Malik", "Dubreuil");
		Person both = this.cast.facilitator("Sabine", "Lenoir");
		Person gone = this.cast.facilitator("Zoé", "Partie");
		Parcours first = this.cast.parcours("Nos sources", START, this.claire, both);
		Parcours second = this.cast.parcours("Leurs rivières", START, this.malik, both);
		Parcours old = this.cast.parcours("Vieille vallée", START.minusYears(3), this.malik, gone);
		Enrolment ours = this.cast.enrol(first, this.cast.structure("Recyclerie du Test"));
		Enrolment theirs = this.cast.enrol(second, this.cast.structure("Cantine du Test"));
		Enrolment past = this.cast.enrol(old, this.cast.structure("Garage du Test"));
		this.cast.pilot(ours, this.cast.person("Ici", "Seulement"), START);
		this.cast.copilot(ours, this.cast.person("Ici", "Plustard"), START.plusDays(60));
		Person here = this.cast.person("Ici", "Etla");
		this.cast.pilot(ours, here, START.plusDays(120));
		this.cast.pilot(theirs, here, START.plusDays(90));
		this.cast.copilot(theirs, ada, START);
		this.cast.pilot(past, this.cast.person("Avant", "Laplace"), START.minusYears(3));
		agree(funder("Région", "Lit", "Région"), first);
		Funder department = funder("Département", "Lit", "Département");
		agree(department, first);
		agree(department, second);
		agree(funder("Fondation", "Lit", "Fondation"), old);
		funder("Sans parcours", "Lit", "Rien");
		funder("Autre sans parcours", "Lisait", "Rien");
		this.cast.flush();
		// As it was before the role took its parcours with it.
		this.jdbc.sql("UPDATE account SET role = NULL WHERE person_id = :gone").param("gone", gone.getId()).update();
		this.jdbc.sql("UPDATE funder_reader SET removed_at = now() WHERE person_id = :once")
			.param("once", found("Lisait Rien").getId())
			.update();
		this.keeping.register(new AccountKeeping.Name("Nulle", "Part"), "nulle.part@demo.example");
		this.cast.forget();
	}

	@Test
	void aLinkOpensNothingItsGiverDoesNot() {
		assertThat(breaches(this.reach)).isEmpty();
		Set<String> given = given(this.reach);
		assertThat(given).contains("Claire Vasseur → Ici Seulement", "Claire Vasseur → Ici Plustard",
				"Claire Vasseur → Lit Région", "Malik Dubreuil → Avant Laplace", "Malik Dubreuil → Lit Fondation",
				"Sabine Lenoir → Ici Etla", "Sabine Lenoir → Lit Département", "Ada Min → Claire Vasseur");
		assertThat(given).doesNotContain("Claire Vasseur → Ici Etla", "Claire Vasseur → Lit Département",
				"Claire Vasseur → Lit Fondation", "Claire Vasseur → Lit Rien", "Claire Vasseur → Lisait Rien",
				"Claire Vasseur → Avant Laplace", "Claire Vasseur → Malik Dubreuil", "Claire Vasseur → Ada Min",
				"Claire Vasseur → Zoé Partie");
	}

	/**
	 * Negative control: each source of seats is silenced once, and a link opens too much.
	 */
	@Test
	void eachSourceOfSeatsIsNeeded() {
		for (Seating source : this.seatings) {
			Reach deaf = new Reach(this.seatings.stream().filter((other) -> !other.equals(source)).toList(),
					this.accounts);
			assertThat(breaches(deaf)).as(source.getClass().getSimpleName()).isNotEmpty();
		}
	}

	/** A seat of a new kind needs a source that answers for it. */
	@Test
	void eachKindOfSeatIsAnsweredFor() {
		assertThat(leaves(Seat.class)).isEqualTo(ANSWERED.keySet());
		assertThat(this.seatings.stream().map((source) -> source.getClass().getSimpleName()))
			.containsExactlyInAnyOrderElementsOf(
					ANSWERED.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
	}

	@Test
	void aGiverIsAskedAboutAsTheyAreByNow() {
		Person reader = found("Lit Région");
		assertThat(this.reach.covers(this.claire.getId(), reader.getId())).isTrue();
		assertThat(this.reach.covers(found("Lit Fondation").getId(), reader.getId())).isFalse();
		this.keeping.disable(this.claire.getId());
		this.cast.forget();
		assertThat(this.reach.covers(this.claire.getId(), reader.getId())).isFalse();
		assertThat(this.reach.covers(UUID.randomUUID(), reader.getId())).isFalse();
	}

	/**
	 * What its readers read from then on is more than whoever handed the link out sees.
	 */
	@Test
	void aConventionMoreEndsTheVisitsHandedOut() {
		Device passedOn = handedOut(this.claire, "Lit Région");
		Device another = handedOut(this.malik, "Lit Fondation");
		assertThat(passedOn.isSignedIn()).isTrue();
		agree(id("funder", "slug = 'region'"), this.allParcours.findBySlug("leurs-rivieres").orElseThrow());
		this.cast.forget();
		assertThat(passedOn.isSignedIn()).isFalse();
		assertThat(another.isSignedIn()).as("of another funder").isTrue();
	}

	/** It is for the day somebody is helped, and their browser is not known for it. */
	@Test
	void aVisitHandedOutLastsADay() {
		Device passedOn = handedOut(this.claire, "Lit Région");
		assertThat(passedOn.cookie("appareil")).isNull();
		begun(Duration.ofHours(11));
		assertThat(passedOn.isSignedIn()).isTrue();
		begun(Duration.ofHours(2));
		assertThat(passedOn.isSignedIn()).isFalse();
	}

	/** As if it had begun that much earlier, and been used all along. */
	private void begun(Duration earlier) {
		this.cast.flush();
		this.jdbc.sql("UPDATE spring_session SET creation_time = creation_time - :earlier")
			.param("earlier", earlier.toMillis())
			.update();
	}

	private Device handedOut(Person giver, String name) {
		String link = Impersonation.giving(giver, () -> this.inviting.issueLink(found(name).getId()));
		this.cast.forget();
		Device device = new Device(this.mvc);
		assertThat(device.post("/invitation/" + link)).hasRedirectedUrl("/");
		return device;
	}

	@Test
	void whoLostTheirRoleGivesNothing() {
		Person pilot = found("Avant Laplace");
		assertThat(this.reach.covers(this.malik.getId(), pilot.getId())).isTrue();
		assertThat(this.reach.covers(found("Zoé Partie").getId(), pilot.getId())).isFalse();
	}

	/**
	 * Whatever a facilitator sends, about herself and to wherever she knows the address
	 * of, she opens no parcours she did not. The negative control: another may let her
	 * in.
	 */
	@Test
	void nobodyLetsHerselfIn() {
		UUID theirs = id("parcours", "slug = 'leurs-rivieres'");
		UUID enrolment = id("enrolment", "parcours_id = '" + theirs + "'");
		UUID department = id("funder", "slug = 'departement'");
		String me = this.claire.getId().toString();
		String mail = String.valueOf(this.claire.getEmail());
		String[] asReader = { "givenName", "Claire", "familyName", "Vasseur", "email", mail };
		String[] asPilot = { "givenName", "Claire", "familyName", "Vasseur", "email", mail, "role", "PILOT", "from",
				"2026-11-01" };
		String[] asConvention = { "funder", department.toString(), "number", "N-9", "startsOn", "2026-10-01", "endsOn",
				"2027-09-30" };
		Map<String, String[]> ways = new LinkedHashMap<>();
		for (String funder : List.of("region", "departement", "fondation", "sans-parcours")) {
			ways.put("/financeurs/" + funder + "/lecture", asReader);
			ways.put("/financeurs/" + funder + "/lecture/" + me + "/reprise", new String[0]);
			ways.put("/financeurs/" + funder + "/lecture/" + me + "/acces", new String[0]);
		}
		for (String slug : List.of("nos-sources", "leurs-rivieres", "vieille-vallee")) {
			ways.put("/parcours/" + slug + "/animation", new String[] { "person", me });
			ways.put("/parcours/" + slug + "/structures/" + enrolment + "/mandats", asPilot);
			ways.put("/parcours/" + slug + "/conventions/nouvelle", asConvention);
		}
		ways.put("/financeurs/departement/lecture?encore", asReader);
		ways.put("/parcours/nouveau",
				new String[] { "key", theirs.toString(), "template", "implication-usagers", "name", "Le mien",
						"startsOn", "2026-10-01", "endsOn", "2027-06-30", "capacityMin", "8", "capacityMax", "10",
						"facilitators", me });
		ways.put("/administration/comptes/" + me + "/role", new String[] { "role", "ADMIN", "version", "0" });
		ways.put("/administration/comptes/nouveau",
				new String[] { "givenName", "Claire", "familyName", "Vasseur", "email", mail, "role", "ADMIN" });
		Pages pages = new Pages(this.mvc, this.cast);
		Set<String> before = opened(this.claire);
		List<String> grown = new ArrayList<>();
		ways.forEach((address, fields) -> {
			MvcTestResult answer = pages.post(address, this.claire, fields);
			this.cast.forget();
			String answered = String.valueOf(answer.getResponse().getHeader("Location"));
			if (!before.equals(opened(this.claire)) || answered.contains("leurs-rivieres")) {
				grown.add(address + " → " + answer.getResponse().getStatus() + " " + answered);
			}
		});
		assertThat(grown).isEmpty();
		assertThat(pages.post("/parcours/leurs-rivieres/animation", this.malik, "person", me)).hasStatus(302);
		this.cast.forget();
		assertThat(opened(this.claire)).isNotEqualTo(before);
	}

	/** What somebody opens of the parcours there were, today or later. */
	private Set<String> opened(Person person) {
		Set<String> opened = new TreeSet<>();
		for (LocalDate day : List.of(START.plusDays(20), START.plusDays(150))) {
			this.cast.itIs(day.atTime(9, 0));
			for (String slug : List.of("nos-sources", "leurs-rivieres", "vieille-vallee")) {
				this.seats.of(this.cast.viewer(person), slug)
					.ifPresent((seat) -> opened.add(slug + " " + seat.getClass().getSimpleName()));
			}
		}
		this.cast.itIs(START.plusDays(20).atTime(9, 0));
		return opened;
	}

	private UUID id(String table, String where) {
		return this.jdbc.sql("SELECT id FROM " + table + " WHERE " + where).query(UUID.class).single();
	}

	/** Who could, by a link of whom, open what they do not. */
	private List<String> breaches(Reach asked) {
		List<String> breaches = new ArrayList<>();
		for (LocalDate day : List.of(START.plusDays(20), START.plusDays(100), START.plusDays(150))) {
			this.cast.itIs(day.atTime(9, 0));
			for (Person giver : this.people.findAll()) {
				for (Person person : this.people.findAll()) {
					if (!giver.equals(person) && asked.covers(this.cast.viewer(giver), person.getId())) {
						for (Parcours parcours : this.allParcours.findAll()) {
							if (opensMore(person, giver, parcours)) {
								breaches.add(giver.getName() + " → " + person.getName() + " in " + parcours.getName());
							}
						}
						if (readsMore(person, giver)) {
							breaches.add(giver.getName() + " → " + person.getName() + " reads");
						}
					}
				}
			}
		}
		this.cast.itIs(START.plusDays(20).atTime(9, 0));
		return breaches;
	}

	private boolean opensMore(Person person, Person giver, Parcours parcours) {
		Seat own = this.seats.of(this.cast.viewer(giver), parcours.getSlug()).orElse(null);
		// The administration keeps every key, and each link it makes is told and written.
		if (own instanceof Seat.Administering) {
			return false;
		}
		Seat opened = this.seats.of(this.cast.viewer(person), parcours.getSlug()).orElse(null);
		boolean runs = this.jdbc.sql(
				"SELECT EXISTS (SELECT FROM parcours_facilitator WHERE parcours_id = :parcours AND person_id = :person)")
			.param("parcours", parcours.getId())
			.param("person", person.getId())
			.query(Boolean.class)
			.single();
		boolean wrote = this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  WHERE e.parcours_id = :parcours AND m.person_id = :person)
				""").param("parcours", parcours.getId()).param("person", person.getId()).query(Boolean.class).single();
		return (opened != null || runs || wrote)
				&& (!(own instanceof Seat.Facilitating) || opened instanceof Seat.Administering);
	}

	/**
	 * Whether a person reads, or read, for a funder whose readers are not the giver's.
	 */
	private boolean readsMore(Person person, Person giver) {
		return this.jdbc.sql("SELECT funder_id FROM funder_reader WHERE person_id = :person")
			.param("person", person.getId())
			.query(UUID.class)
			.list()
			.stream()
			.anyMatch((funder) -> !this.readership.isKeptBy(this.cast.viewer(giver), funder));
	}

	private Set<String> given(Reach asked) {
		Set<String> given = new TreeSet<>();
		for (Person giver : this.people.findAll()) {
			for (Person person : this.people.findAll()) {
				if (asked.covers(this.cast.viewer(giver), person.getId())) {
					given.add(giver.getName() + " → " + person.getName());
				}
			}
		}
		return given;
	}

	private Person found(String name) {
		return this.people.findAll().stream().filter((one) -> one.getName().equals(name)).findFirst().orElseThrow();
	}

	private Funder funder(String name, String given, String family) {
		Funder funder = this.funders.register(Ids.next(), name, FunderKind.REGION, "", "", "");
		this.funders.nameReader(funder.getId(), this.cast.person(given, family.replace(' ', '-')));
		return funder;
	}

	private void agree(Funder funder, Parcours parcours) {
		agree(funder.getId(), parcours);
	}

	private void agree(UUID funderId, Parcours parcours) {
		this.cast.flush();
		this.conventions.agree(Ids.next(), parcours.getId(), funderId, new ConventionTerms("N-1", null,
				parcours.getStartsOn(), parcours.getEndsOn(), null, null, null, null, null, null, null));
	}

	private static Set<Class<?>> leaves(Class<?> kind) {
		return kind.isSealed() ? Arrays.stream(kind.getPermittedSubclasses())
			.flatMap((one) -> leaves(one).stream())
			.collect(Collectors.toSet()) : Stream.<Class<?>>of(kind).collect(Collectors.toSet());
	}

}
