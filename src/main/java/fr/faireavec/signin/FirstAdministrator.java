package fr.faireavec.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.People;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * On an installation where nobody can sign in yet, writes a one-time link for its first
 * administrator in a file of its own, and says where. Comes after the demo, which brings
 * its own.
 */
@Component
class FirstAdministrator {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Accounts accounts;

	private final People people;

	private final AccountKeeping keeping;

	private final Inviting inviting;

	private final String address;

	private final BaseUrl links;

	FirstAdministrator(Accounts accounts, People people, AccountKeeping keeping, Inviting inviting,
			@Value("${faireavec.first-administrator:administration@localhost.invalid}") String address, BaseUrl links) {
		this.accounts = accounts;
		this.people = people;
		this.keeping = keeping;
		this.inviting = inviting;
		this.address = address;
		this.links = links;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(100)
	@Transactional
	public void welcome() {
		if (this.accounts.someoneHasComeIn()) {
			return;
		}
		Person person = this.people.findByEmail(EmailAddress.cleaned(this.address))
			.orElseGet(
					() -> this.keeping.register(new AccountKeeping.Name("Première", "administration"), this.address));
		this.keeping.appoint(person, Role.ADMIN);
		String token = this.inviting.issueFirstLink(person.getId());
		Path file = kept(this.links.of("/invitation/" + token));
		log.warn("""

				Personne ne peut encore se connecter. Un lien, valable une fois et quatorze jours, attend la première
				administration ({}) dans ce fichier, que seul le compte de l’application peut lire :

				    {}
				""", this.address, file);
	}

	/** Not on the console, whose lines are kept and read by others. */
	private static Path kept(String link) {
		try {
			// Readable by its owner alone, where the system knows owners.
			Path file = Files.createTempFile("premier-acces-", ".txt");
			return Files.writeString(file, link + System.lineSeparator());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
