package fr.faireavec.demo;

import java.time.LocalDate;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.agenda.CalendarFeed;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demo once, into an empty database, all or nothing, before the first page is
 * served; then says who one can sign in as.
 */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoLoader implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

	private final DemoGround ground;

	private final DemoCast cast;

	private final DemoStage stage;

	private final DemoPolling polling;

	private final DemoSigning signing;

	private final DemoPaper paper;

	private final DemoEvidence evidence;

	private final DemoOffice office;

	private final DemoMail mail;

	private final CalendarFeed calendars;

	private final DemoCorrespondence correspondence;

	private final DemoLibrary library;

	private final MovableClock clock;

	private final TransactionTemplate transaction;

	private boolean loaded;

	DemoLoader(DemoGround ground, DemoCast cast, DemoStage stage, DemoPolling polling, DemoSigning signing,
			DemoPaper paper, DemoEvidence evidence, DemoOffice office, DemoMail mail, CalendarFeed calendars,
			DemoCorrespondence correspondence, DemoLibrary library, MovableClock clock,
			TransactionTemplate transaction) {
		this.ground = ground;
		this.cast = cast;
		this.stage = stage;
		this.polling = polling;
		this.signing = signing;
		this.paper = paper;
		this.evidence = evidence;
		this.office = office;
		this.mail = mail;
		this.calendars = calendars;
		this.correspondence = correspondence;
		this.library = library;
		this.clock = clock;
		this.transaction = transaction;
	}

	@Override
	public void start() {
		if (this.ground.isEmpty()) {
			log.info("Chargement de la démonstration…");
			LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
			try {
				this.transaction.executeWithoutResult((status) -> {
					this.ground.mark();
					play(today);
				});
				this.mail.playBack();
			}
			finally {
				this.clock.reset();
			}
		}
		this.loaded = true;
	}

	@Override
	public void stop() {
		this.loaded = false;
	}

	@Override
	public boolean isRunning() {
		return this.loaded;
	}

	/** Before the port opens: whoever is answered can sign in. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(10)
	void sayWhoMaySignIn() {
		StringBuilder accounts = new StringBuilder();
		this.cast.accounts()
			.forEach((account) -> accounts.append(String.format("%n    %-34s %s", account.email(), account.whatFor())));
		log.info("""

				Démonstration : données fictives. Mot de passe commun : « {} »
				{}
				""", this.cast.password(), accounts);
	}

	private void play(LocalDate today) {
		this.stage.on(LocalDate.of(2023, 9, 4));
		Person admin = this.cast.administrator();
		Person claire = this.cast.appointed("Claire Vasseur", Role.FACILITATOR);
		Person malik = this.cast.appointed("Malik Dubreuil", Role.FACILITATOR);
		Impersonation.as(admin,
				() -> this.office.funders(this.cast.signsIn("Hélène Martel"), this.cast.signsIn("Rémi Sauvage")));
		DemoDirectory directory = new DemoDirectory(this.stage);
		Impersonation.as(claire, () -> new BruneDemo(this.stage, this.cast, this.office, claire).play(directory));
		Impersonation.as(malik, () -> new TroisRivieresDemo(this.stage, this.cast, this.office, malik).play(directory));
		Impersonation.as(claire, () -> {
			new SourcesDemo(this.stage, this.polling, this.signing, this.paper, this.evidence, this.cast, this.office,
					claire, today)
				.play(directory);
			this.stage.on(today.minusDays(1));
			this.office.parcours("richesses-humaines-fictif", "Richesses humaines (fictif)", "richesses-humaines",
					DemoOffice.workingDay(today.plusDays(60)), today.plusMonths(11), "59", "", claire);
		});
		Impersonation.as(claire, this.correspondence::play);
		Person hugo = this.cast.signsIn("Hugo Lemaire");
		Impersonation.as(hugo, () -> this.library.play(this.cast.viewer(hugo)));
		Person ines = this.cast.signsIn("Inès Carpentier");
		Impersonation.as(ines, () -> this.calendars.open(this.cast.viewer(ines)));
	}

}
