package fr.faireavec.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.UnicodeText;
import fr.faireavec.signin.DemoAccounts;
import fr.faireavec.signin.Inviting;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The demo's people. All of them are invented. */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoCast implements DemoAccounts {

	private static final String PASSWORD = "ensemble on fait avec";

	private static final String DOMAIN = "@demo.example";

	private final AccountKeeping keeping;

	private final Inviting inviting;

	private final People everybody;

	private final Map<String, Person> people = new HashMap<>();

	DemoCast(AccountKeeping keeping, Inviting inviting, People everybody) {
		this.keeping = keeping;
		this.inviting = inviting;
		this.everybody = everybody;
	}

	/** « Claire Vasseur », found or made; signs in with the demo's password. */
	Person signsIn(String name) {
		return this.people.computeIfAbsent(name, (unknown) -> {
			Person person = register(name, address(name));
			this.inviting.givePassword(person, PASSWORD);
			return person;
		});
	}

	Person appointed(String name, Role role) {
		Person person = this.people.computeIfAbsent(name, (unknown) -> register(name, address(name)));
		this.keeping.appoint(person, role);
		this.inviting.givePassword(person, PASSWORD);
		return person;
	}

	Person administrator() {
		return this.people.computeIfAbsent("admin", (unknown) -> {
			Person person = register("Camille Roussel", "admin" + DOMAIN);
			this.keeping.appoint(person, Role.ADMIN);
			this.inviting.givePassword(person, PASSWORD);
			return person;
		});
	}

	/** How somebody is called, and whether their cohort reads their address. */
	void says(Person person, @Nullable String telephone, boolean showsAddress) {
		Person now = this.everybody.findById(person.getId()).orElseThrow();
		this.keeping.present(now.getId(), now.getVersion(),
				new AccountKeeping.Name(now.getGivenName(), now.getFamilyName()), telephone, showsAddress);
	}

	/** Somebody as they would be signed in. */
	Viewer viewer(Person person) {
		return this.keeping.open(person).viewer();
	}

	/** Somebody of an earlier parcours, without an account. */
	Person extra(String name) {
		return this.people.computeIfAbsent(name, (unknown) -> register(name, address(name)));
	}

	/** Somebody named without an address, until the animation is given one. */
	Person withoutAddress(String name) {
		return this.people.computeIfAbsent(name, (unknown) -> register(name, null));
	}

	/**
	 * A second sheet of somebody known already, whose address was not at hand that day.
	 */
	Person namedAgain(String name) {
		return register(name, null);
	}

	private Person register(String name, @Nullable String email) {
		int space = name.indexOf(' ');
		return this.keeping.register(new AccountKeeping.Name(name.substring(0, space), name.substring(space + 1)),
				email);
	}

	private static String address(String name) {
		String plain = UnicodeText.withoutAccents(name).toLowerCase(Locale.ROOT).replace(' ', '.');
		return plain + DOMAIN;
	}

	@Override
	public List<DemoAccount> accounts() {
		return List.of(account("Claire Vasseur", "anime deux parcours"),
				account("Malik Dubreuil", "anime l’autre parcours"),
				account("Inès Carpentier", "pilote la Recyclerie du Canal"),
				account("Nora Leclercq", "copilote la Recyclerie du Canal"),
				account("Hugo Lemaire", "pilote l’Épicerie du Faubourg"),
				account("Hélène Martel", "lit pour la Région Fictive"),
				account("Rémi Sauvage", "lit pour le Département de la Brune"),
				new DemoAccount("Camille Roussel", "admin" + DOMAIN, "tient l’administration"));
	}

	private static DemoAccount account(String name, String whatFor) {
		return new DemoAccount(name, address(name), whatFor);
	}

	@Override
	public String password() {
		return PASSWORD;
	}

}
