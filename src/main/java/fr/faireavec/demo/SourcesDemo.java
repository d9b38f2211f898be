package fr.faireavec.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.InvitedWhen;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.OwnWords;
import fr.faireavec.narratives.Section;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.replies.Answer;
import fr.faireavec.replies.Said;
import org.jspecify.annotations.Nullable;

/**
 * « Pays des Sources »: running today; two days held, the third to come, something of
 * everything to do.
 */
final class SourcesDemo {

	/** The structure that was away between the first two days. */
	private static final int AWAY = 4;

	/** The one that says it will leave. */
	private static final int LEAVING = 6;

	private final DemoStage stage;

	private final DemoPolling polling;

	private final DemoSigning signing;

	private final DemoPaper paper;

	private final DemoEvidence evidence;

	private final DemoCast cast;

	private final DemoOffice office;

	private final Person claire;

	private final LocalDate today;

	private final List<Enrolment> enrolments = new ArrayList<>();

	private final List<Person> pilots = new ArrayList<>();

	SourcesDemo(DemoStage stage, DemoPolling polling, DemoSigning signing, DemoPaper paper, DemoEvidence evidence,
			DemoCast cast, DemoOffice office, Person claire, LocalDate today) {
		this.stage = stage;
		this.polling = polling;
		this.signing = signing;
		this.paper = paper;
		this.evidence = evidence;
		this.cast = cast;
		this.office = office;
		this.claire = claire;
		this.today = today;
	}

	void play(DemoDirectory directory) {
		LocalDate first = DemoOffice.workingDay(this.today.minusDays(58));
		LocalDate second = DemoOffice.workingDay(this.today.minusDays(23));
		this.stage.on(first.minusDays(40));
		Parcours parcours = this.office.parcours("sources-fictif", "Pays des Sources (fictif)", "implication-usagers",
				first.minusDays(8), first.plusMonths(8), "62", "Pays des Sources", this.claire);
		this.office.conventions(parcours, true, false);
		this.stage.on(parcours.getStartsOn());
		enrol(parcours, directory, "Recyclerie du Canal", "Inès Carpentier", "Nora Leclercq", "Co-construction");
		enrol(parcours, directory, "Épicerie du Faubourg", "Hugo Lemaire", "Tom Bailleul", "Concertation");
		enrol(parcours, directory, "Jardin des Possibles", "Sabine Wattel", "Élise Caron", "Co-décision");
		enrol(parcours, directory, "Café Passerelle", "Karim Benali", "Samir Haddad", "Co-construction");
		enrol(parcours, directory, "Atelier Vélo Partagé", "Lucie Hornez", "Jeanne Pruvost", "Co-construction");
		enrol(parcours, directory, "Cantine Coop", "Yann Delcroix", "Luc Fontaine", "Concertation");
		enrol(parcours, directory, "Radio des Voisins", "Aïcha Morel", null, "Portage par les usagers");
		enrol(parcours, directory, "Lire Ensemble", "Paul Tison", "Nora Leclercq", null);
		// Numbers that the regulator keeps for fiction.
		this.cast.says(this.claire, "03 53 01 12 34", false);
		this.cast.says(this.pilots.getFirst(), "06 39 98 12 34", true);
		this.cast.says(this.pilots.get(2), null, true);
		this.office.start(parcours);
		hold(parcours, 1, first, Map.of());
		this.paper.scan(parcours, 1);
		leaveAndComeBack(first);
		Map<Person, AttendanceStatus> missing = Map.of(this.pilots.get(6), AttendanceStatus.EXCUSED, this.pilots.get(1),
				AttendanceStatus.EXCUSED);
		schedule(parcours, 2, second);
		this.stage.hold(parcours, 2, missing, this.signing.sign(parcours, 2, missing.keySet()));
		meet(DemoOffice.workingDay(second.plusDays(8)));
		tell();
		this.stage.on(this.today.minusDays(2));
		this.stage.schedule(parcours, 3, DemoOffice.workingDay(this.today.plusDays(19)), "Maison des associations",
				"Val-des-Sources");
		this.stage.bring(parcours, 3, "Une photo de votre accueil, et de quoi partager le repas de midi.");
		this.stage.write(parcours, this.cast.viewer(this.claire), 3, "Jour 3 : venez avec une photo de votre accueil",
				"Nous commencerons par une promenade dans nos accueils : apportez une photo du vôtre, telle quelle.\n\n"
						+ "Si vous n’en avez pas, un croquis au crayon fera très bien l’affaire.");
		this.signing.open(parcours, 3);
		this.stage.speaks(parcours, 5, "Ysé Malaquin, comptable", "Coopérative des Comptes",
				"yse.malaquin@demo.example");
		poll(parcours);
		this.stage.offer(parcours, this.claire, DemoOffice.workingDay(this.today.plusDays(8)));
		this.stage.announceSlots(parcours);
		this.stage.on(this.today.minusDays(1));
		this.stage.take(this.enrolments.get(LEAVING), 1, this.pilots.get(LEAVING));
		this.stage.begin(parcours, this.pilots.getFirst(), "Un comité de tri tenu par les habitués",
				"Six personnes décident ensemble de ce qui part à la vente. À finir : qui anime, et quel jour.");
		this.stage.speaks(parcours, 3, "Solène Arnoult, sociologue", "Université des Sources",
				"solene.arnoult@demo.example");
		answer(parcours, 3);
		this.stage.never(this.pilots.getLast(), "SCHOOL_HOLIDAYS");
		this.stage.never(this.pilots.getFirst(), "WEDNESDAY_AFTERNOON", "WEDNESDAY_EVENING");
		this.polling.answer(parcours);
		this.office.tell(parcours, Map.of(Section.CONTEXT,
				"""
						Huit structures du Pays des Sources, qui se connaissaient de nom. Toutes accueillent du public ; la moitié \
						n’a jamais demandé à ses usagers ce qu’ils changeraient.""",
				Section.DONE, """
						Deux journées se sont tenues, la première autour d’un jeu de cartes : **qui sont nos usagers ?**

						À raconter encore : le café des idées de la Recyclerie du Canal.""", Section.CHANGED,
				"Trop tôt pour le dire, sauf ceci : on ne parle plus « du public », mais de personnes.", Section.NEXT,
				"Le jour 3 part des photos de nos accueils."));
		this.office.announce(parcours);
		this.stage.withdraw(this.enrolments.get(LEAVING), this.today.plusDays(45),
				"L’équipe se resserre cet automne. Elle va d’abord au bout de ses actions.");
	}

	/** The last days are kept free far away, and asked about again with the fourth. */
	private void poll(Parcours parcours) {
		Map<Integer, List<LocalDate>> dates = new TreeMap<>();
		for (int rank = 4; rank <= 7; rank++) {
			LocalDate around = this.today.plusDays(19 + 37L * (rank - 3));
			List<LocalDate> proposed = Stream.of(0, 5, 8, 13)
				.limit((rank == 4) ? 4 : 3)
				.map((later) -> DemoOffice.workingDay(around.plusDays(later)))
				.distinct()
				.toList();
			dates.put(rank, proposed);
			if (rank > 4) {
				this.polling.reserve(parcours, rank, proposed.getFirst(), "Maison des associations", "Val-des-Sources");
			}
		}
		this.polling.open(parcours, this.claire, this.today.plusDays(6),
				"Nous cherchons les quatre dernières dates d’un coup, pour que vous puissiez vous organiser.",
				"Maison des associations", "Val-des-Sources", dates);
	}

	/** Some come, one cannot, one sends somebody, the others did not say yet. */
	private void answer(Parcours parcours, int rank) {
		this.stage.reply(parcours, rank, this.pilots.get(1),
				new Said(Answer.COMING, null, null, "Sans viande", "Près de la porte"));
		this.stage.reply(parcours, rank, this.pilots.get(2), Said.replacedBy("Mona Lesage", "Jardin des Possibles"));
		this.stage.reply(parcours, rank, this.pilots.get(3), Said.of(Answer.COMING));
		this.stage.reply(parcours, rank, this.pilots.get(AWAY), Said.of(Answer.NOT_COMING));
		this.stage.phoned(parcours, rank, this.pilots.get(5), Said.of(Answer.COMING));
		this.stage.perhaps(parcours, rank, this.pilots.get(7));
	}

	/** One is away for some weeks between the first two days. */
	private void leaveAndComeBack(LocalDate first) {
		this.stage.on(first.plusDays(6));
		this.stage.withdraw(this.enrolments.get(AWAY), first.plusDays(6), "L’atelier ferme pour des travaux.");
		this.stage.on(first.plusDays(20));
		this.stage.comeBack(this.enrolments.get(AWAY), first.plusDays(20),
				"Les travaux sont finis plus tôt que prévu.");
	}

	private void enrol(Parcours parcours, DemoDirectory directory, String structure, String pilot,
			@Nullable String copilot, @Nullable String aim) {
		Enrolment enrolment = (aim != null) ? this.stage.enrol(parcours, directory.named(structure), aim)
				: this.stage.enrol(parcours, directory.named(structure));
		LocalDate from = parcours.getStartsOn();
		Person person = this.cast.signsIn(pilot);
		boolean unsigned = "Lire Ensemble".equals(structure);
		this.stage.mandate(enrolment, person, MandateRole.PILOT, from, unsigned ? null : "La présidence");
		if (copilot != null) {
			boolean later = "Samir Haddad".equals(copilot);
			Person second = "Luc Fontaine".equals(copilot) ? this.cast.withoutAddress(copilot)
					: later ? this.cast.extra(copilot) : this.cast.signsIn(copilot);
			this.stage.mandate(enrolment, second, MandateRole.COPILOT, from, "La présidence",
					later ? InvitedWhen.LATER : InvitedWhen.NOW);
		}
		this.enrolments.add(enrolment);
		this.pilots.add(person);
	}

	private void hold(Parcours parcours, int rank, LocalDate day, Map<Person, AttendanceStatus> missing) {
		schedule(parcours, rank, day);
		this.stage.hold(parcours, rank, missing);
	}

	private void schedule(Parcours parcours, int rank, LocalDate day) {
		this.stage.on(day.minusDays(6));
		this.stage.schedule(parcours, rank, day, "Maison des associations", "Val-des-Sources");
	}

	/** Six of the eight first meetings; slots await the two others. */
	private void meet(LocalDate from) {
		for (int i = 0; i < 6; i++) {
			LocalDate day = DemoOffice.workingDay(from, i / 2);
			this.stage.meet(this.enrolments.get(i), 1, this.claire,
					day.atTime((i % 2 == 0) ? LocalTime.of(10, 0) : LocalTime.of(14, 0)), this.pilots.get(i),
					"Le déjà-là est riche : on commence petit, par une action que l’on peut tenir avant la prochaine journée.");
			if (i == 0) {
				this.signing.meet(this.enrolments.get(i), 1);
			}
		}
	}

	private void tell() {
		LoggedAction coffee = log(0, 7, DemoAction.idea("Un café des idées")
			.told("Le premier samedi du mois, autour d’un café, les habitués disent ce qu’ils aimeraient trouver ici.")
			.about("Coproduire le service", "Co-construction", "Temps convivial de réflexion")
			.done(this.today.minusDays(12), this.today.minusDays(8), 40, 12, "18", "12")
			.learnt("Poser une seule question par table fait parler tout le monde.", "Lien social")
			.shares());
		this.evidence.show(coffee, this.pilots.getFirst(), this.today.plusYears(2));
		say(6, coffee, 1,
				"Une seule question par table : on essaiera à l’épicerie, pour choisir les produits. Qui écrivait, vous ou les gens ?");
		say(5, coffee, 0,
				"Les gens, sur des papiers de couleur. On lit tout à voix haute à la fin, et chaque question repart avec une réponse.");
		say(4, coffee, -1,
				"Merci de partager cela. Pourriez-vous apporter les papiers à la prochaine journée ? Ils parlent mieux que nous.");
		this.stage.note(coffee, this.claire,
				"À proposer pour le retour collectif : la photo de la table, si tout le monde est d’accord.");
		log(0, 5,
				DemoAction.idea("Former des ambassadrices et des ambassadeurs du tri")
					.about("Transmettre les valeurs", null, "Ambassade", "Former")
					.saying(otherLever("Troc de services")));
		log(0, 3,
				DemoAction.idea("La vitrine tenue par les habitués")
					.about("Accueil et aller-vers", "Concertation", "Prendre soin de l’accueil")
					.planned(this.today.plusDays(30)));
		log(0, 10,
				DemoAction.idea("Inviter deux habitués au tri du samedi")
					.about("Accueil et aller-vers", null)
					.planned(this.today.minusDays(2)));
		log(2, 9,
				DemoAction.idea("Le comité des parcelles")
					.about("Gouvernance partagée", "Co-décision", "Comité d’usagers")
					.saying(otherLever("troc de services"))
					.ongoing(this.today.minusDays(15))
					.shares());
		LoggedAction slate = log(3, 11,
				DemoAction.idea("Une ardoise aux suggestions")
					.about("Évaluer avec les usagers", "Consultation", "Évaluer avec les usagers")
					.done(this.today.minusDays(20), this.today.minusDays(13), 90, 15, "6.5", "4.25")
					.learnt("Répondre le jour même, sinon l’ardoise ne sert à rien.")
					.shares());
		this.evidence.begin(slate, this.pilots.get(3));
		say(8, slate, -1,
				"Quatre-vingt-dix personnes devant une ardoise ! Qui répond, le soir, quand c’est vous qui fermez ?");
		say(7, slate, 3, "On se relaie : un mot d’une ligne suffit, même pour dire non.");
		LoggedAction workshop = log(4, 14,
				DemoAction.idea("L’atelier mixte du mercredi")
					.about("Accueil et aller-vers", "Co-construction", "Lever les freins (transport, garde, horaires)")
					.abandoned(this.today.minusDays(20))
					.learnt("Le mercredi, les parents gardent les enfants : on réessaiera le samedi matin.")
					.shares());
		say(12, workshop, 2,
				"Le samedi matin, nous avons un local avec un coin pour les enfants. Il est à vous si vous réessayez.");
		log(1, 4, DemoAction.idea("Goûter les produits avant de les choisir"));
		this.stage.on(this.today.minusDays(6));
		this.stage.visit(coffee, this.pilots.getFirst(), this.enrolments.getFirst());
		this.stage.visit(coffee, this.claire, null);
		this.stage.on(this.today.minusDays(3));
		LoggedAction menu = this.stage.log(this.enrolments.get(5), this.claire,
				DemoAction.idea("Un menu décidé par les convives").about("Coproduire le service", null));
		say(2, menu, -1, "C’est ce que j’ai compris de notre rendez-vous. Est-ce bien cela, et pour quel mois ?");
	}

	/** A pilot by the rank of their structure; the animation below 0. */
	private void say(int daysAgo, LoggedAction action, int who, String words) {
		this.stage.on(this.today.minusDays(daysAgo));
		this.stage.say(action, (who < 0) ? this.claire : this.pilots.get(who),
				(who < 0) ? null : this.enrolments.get(who), words);
	}

	private static OwnWords otherLever(String words) {
		return new OwnWords("", words, "", "", "", "", "");
	}

	private LoggedAction log(int structure, int daysAgo, DemoAction action) {
		this.stage.on(this.today.minusDays(daysAgo));
		return this.stage.log(this.enrolments.get(structure), this.pilots.get(structure), action);
	}

}
