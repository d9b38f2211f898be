package fr.faireavec.testing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.cohorts.Enrolling;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursCreation;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.parcours.ParcoursProfile;
import fr.faireavec.signin.Inviting;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Structure;
import fr.faireavec.structures.StructureProfile;
import fr.faireavec.structures.Structures;
import jakarta.persistence.EntityManager;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The tests' people, structures and parcours, made through the application's own
 * activities. {@code flush()} before reading by SQL or by a page.
 */
@TestComponent
public class Cast {

	public static final String PASSWORD = "un mot de passe de test";

	private final AccountKeeping keeping;

	private final Inviting inviting;

	private final Accounts accounts;

	private final Structures structures;

	private final ParcoursCreation creation;

	private final ParcoursLife life;

	private final AllParcours allParcours;

	private final Enrolling enrolling;

	private final Mandating mandating;

	private final MovableClock clock;

	private final EntityManager entityManager;

	Cast(AccountKeeping keeping, Inviting inviting, Accounts accounts, Structures structures, ParcoursCreation creation,
			ParcoursLife life, AllParcours allParcours, Enrolling enrolling, Mandating mandating, MovableClock clock,
			EntityManager entityManager) {
		this.keeping = keeping;
		this.inviting = inviting;
		this.accounts = accounts;
		this.structures = structures;
		this.creation = creation;
		this.life = life;
		this.allParcours = allParcours;
		this.enrolling = enrolling;
		this.mandating = mandating;
		this.clock = clock;
		this.entityManager = entityManager;
	}

	/** From now on it is that moment in Paris. */
	public void itIs(LocalDateTime moment) {
		this.clock.moveTo(moment.atZone(Zones.PARIS).toInstant());
	}

	/**
	 * « Inès Carpentier » → ines.carpentier@demo.example, with an account and
	 * {@link #PASSWORD}.
	 */
	public Person person(String givenName, String familyName) {
		Person person = named(givenName, familyName);
		this.inviting.givePassword(person, PASSWORD);
		return person;
	}

	private Person named(String givenName, String familyName) {
		return this.keeping.register(new AccountKeeping.Name(givenName, familyName),
				(plain(givenName) + "." + plain(familyName)).replace(' ', '-') + "@demo.example");
	}

	public Person facilitator(String givenName, String familyName) {
		return appointed(givenName, familyName, Role.FACILITATOR);
	}

	public Person administrator(String givenName, String familyName) {
		return appointed(givenName, familyName, Role.ADMIN);
	}

	/** A password is chosen after the role: one from before a first role is forgotten. */
	private Person appointed(String givenName, String familyName, Role role) {
		Person person = named(givenName, familyName);
		this.keeping.appoint(person, role);
		this.inviting.givePassword(person, PASSWORD);
		return person;
	}

	/** Signs somebody in for one MockMvc request. */
	public RequestPostProcessor as(Person person) {
		flush();
		Account account = this.accounts.ofPerson(person.getId()).orElseThrow();
		return SignedInAs.account(account.getId());
	}

	/** Somebody as one of their requests would see them. */
	public Viewer viewer(Person person) {
		flush();
		Account account = this.accounts.ofPerson(person.getId()).orElse(null);
		return new Viewer(person.getId(), (account != null) ? account.getId() : new UUID(0, 0), person.getGivenName(),
				person.getFamilyName(), (account != null) ? account.getRole() : null);
	}

	/** An association of Sourceville (59). */
	public Structure structure(String name) {
		return this.structures.save(new Structure(Ids.next(), plain(name).replace(' ', '-'), new StructureProfile(name,
				LegalForm.ASSOCIATION, null, null, "Culture", "Sourceville", "59", null, null, null)));
	}

	/** A running « Implication des usagers », from that day on and for nine months. */
	public Parcours parcours(String name, LocalDate startsOn, Person... facilitators) {
		return parcours("implication-usagers", name, startsOn, facilitators);
	}

	/** The same from another template. */
	public Parcours parcours(String template, String name, LocalDate startsOn, Person... facilitators) {
		flush();
		Parcours parcours = this.creation.create(Ids.next(), template, new ParcoursProfile(name, startsOn,
				startsOn.plusMonths(9), "59", "Pays de test", 8, 10, List.of(facilitators)));
		this.life.start(parcours.getId(), parcours.getVersion());
		flush();
		return parcours;
	}

	/** The structure takes part from the parcours's first day. */
	public Enrolment enrol(Parcours parcours, Structure structure) {
		return this.enrolling.enrol(parcours.getId(), structure.getId(), parcours.getStartsOn());
	}

	public Mandate pilot(Enrolment enrolment, Person person, LocalDate from) {
		return this.mandating.mandate(enrolment.getParcours().getId(), enrolment.getId(), person, MandateRole.PILOT,
				from);
	}

	public Mandate copilot(Enrolment enrolment, Person person, LocalDate from) {
		return this.mandating.mandate(enrolment.getParcours().getId(), enrolment.getId(), person, MandateRole.COPILOT,
				from);
	}

	/** The parcours as it stands in the database. */
	public Parcours reload(Parcours parcours) {
		flush();
		return this.allParcours.findById(parcours.getId()).orElseThrow();
	}

	/** Writes what is pending and forgets what was loaded. */
	public void flush() {
		this.entityManager.flush();
	}

	/** The next page reads everything anew. */
	public void forget() {
		this.entityManager.flush();
		this.entityManager.clear();
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

}
