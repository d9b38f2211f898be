package fr.faireavec.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.Guest;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.narratives.Narrative;
import fr.faireavec.narratives.Section;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

/** « Vallée de la Brune »: eight structures, closed, its bilan published. */
final class BruneDemo {

	private static final List<LocalDate> DAYS = List.of(LocalDate.of(2023, 11, 16), LocalDate.of(2023, 12, 14),
			LocalDate.of(2024, 1, 18), LocalDate.of(2024, 2, 15), LocalDate.of(2024, 3, 21), LocalDate.of(2024, 5, 16),
			LocalDate.of(2024, 6, 27));

	private static final Map<Section, String> TOLD = Map.of(Section.CONTEXT,
			"""
					Huit structures de la vallée, d’une ludothèque à une ferme, se sont retrouvées pendant huit mois avec une même \
					question : **comment décider avec celles et ceux pour qui l’on travaille**, plutôt qu’à leur place ?

					Toutes consultaient déjà leurs usagers. Aucune ne leur laissait le dernier mot sur quoi que ce soit.""",
			Section.DONE,
			"""
					Sept journées ensemble, deux rendez-vous par structure, et entre deux des essais, notés à mesure au journal :

					- des ateliers où l’on dit d’avance ce qui est négociable ;
					- des comités d’usagers, avec un budget à eux ;
					- des chantiers participatifs, suivis d’une décision prise sur place.""",
			Section.CHANGED,
			"""
					Les structures ont essayé, parfois abandonné, souvent gardé : neuf actions réalisées sur quinze donnent \
					aux usagers une part de la décision.

					Ce qui a manqué le plus souvent : *rendre compte*. Là où l’on a dit ce qui avait été retenu, les personnes \
					sont revenues.""",
			Section.NEXT,
			"""
					Deux structures gardent leur comité d’usagers au-delà du parcours. Les huit se reverront dans six mois \
					pour dire ce qui a tenu.""");

	private final DemoStage stage;

	private final DemoCast cast;

	private final DemoOffice office;

	private final Person claire;

	private static final String PAINTED = "Repeindre la salle ensemble, puis décider de ce qu’on y fait";

	BruneDemo(DemoStage stage, DemoCast cast, DemoOffice office, Person claire) {
		this.stage = stage;
		this.cast = cast;
		this.office = office;
		this.claire = claire;
	}

	void play(DemoDirectory directory) {
		this.stage.on(LocalDate.of(2023, 9, 18));
		Parcours parcours = this.office.parcours("brune-2023-fictif", "Vallée de la Brune 2023-2024 (fictif)",
				"implication-usagers", LocalDate.of(2023, 11, 6), LocalDate.of(2024, 7, 12), "59, 62",
				"Vallée de la Brune", this.claire);
		this.office.conventions(parcours, true, true);
		Cohort cohort = enrol(parcours, directory);
		this.office.start(parcours);
		Map<Integer, Map<Person, AttendanceStatus>> missing = Map.of(3,
				Map.of(cohort.ferme.pilot, AttendanceStatus.EXCUSED), 5,
				Map.of(cohort.ferme.pilot, AttendanceStatus.ABSENT, cohort.cafe.copilot(), AttendanceStatus.EXCUSED), 6,
				Map.of(cohort.garage.pilot, AttendanceStatus.EXCUSED));
		for (int rank = 1; rank <= DAYS.size(); rank++) {
			LocalDate day = DAYS.get(rank - 1);
			this.stage.on(day.minusDays(28));
			this.stage.schedule(parcours, rank, day, "Salle des fêtes", "Brune-sur-Lys");
			if (rank == 4) {
				this.stage.at(day.atTime(9, 0));
				this.stage.guest(parcours, rank, new Guest("Maud Lecat", "Université fictive", null, 1));
			}
			this.stage.hold(parcours, rank, missing.getOrDefault(rank, Map.of()));
			if (rank == 2 || rank == 5) {
				meet(cohort, (rank == 2) ? 1 : 2, day.plusDays(12));
			}
		}
		tell(cohort);
		this.stage.at(LocalDate.of(2024, 4, 4).atTime(16, 0));
		this.office.publish(parcours, BilanKind.INTERMEDIAIRE, LocalDate.of(2024, 3, 31),
				"À mi-chemin : les huit structures sont là, et les premiers essais ont un apprentissage.",
				"Le comité de suivi se réunit demain.");
		this.stage.at(LocalDate.of(2024, 7, 4).atTime(9, 30));
		this.office.announce(parcours);
		this.stage.on(LocalDate.of(2024, 7, 5));
		for (Member member : cohort.all()) {
			this.stage.estimate(member.enrolment, 9 + cohort.all().indexOf(member));
		}
		this.office.close(parcours);
		this.stage.at(LocalDate.of(2024, 7, 12).atTime(11, 20));
		this.office.publish(parcours, BilanKind.FINAL, new Narrative(TOLD),
				Map.of("done", "deux structures ont repris une action d’une autre, vue au jour 5"), PAINTED);
		this.office.share(parcours, 2);
		LocalDate later = LocalDate.of(2024, 7, 16);
		this.stage.on(later);
		this.office.openToAll(parcours, 2, later, PAINTED);
	}

	private Cohort enrol(Parcours parcours, DemoDirectory directory) {
		this.stage.on(LocalDate.of(2023, 10, 16));
		return new Cohort(
				member(parcours, directory, "Régie des Terrils", "Bruno Carlier", "Sonia Amrani", "Co-décision"),
				member(parcours, directory, "Maison des Aînés", "Odile Verdier", "Marc Lesage", "Concertation"),
				member(parcours, directory, "Garage Entraide", "Driss Amari", null, "Co-construction"),
				member(parcours, directory, "Fil et Fabrique", "Léa Poulain", "Anne Roche", "Co-décision"),
				member(parcours, directory, "Ludothèque Roulante", "Julie Hennebelle", "Théo Marchand",
						"Co-construction"),
				member(parcours, directory, "Ferme du Marais", "Gaël Toussaint", null, "Concertation"),
				member(parcours, directory, "Café Passerelle", "Mina Rahmani", "Paul Ansart", "Co-construction"),
				member(parcours, directory, "Radio des Voisins", "Estelle Courtin", null, "Portage par les usagers"));
	}

	private Member member(Parcours parcours, DemoDirectory directory, String structure, String pilot,
			@Nullable String copilot, String aim) {
		Enrolment enrolment = this.stage.enrol(parcours, directory.named(structure), aim);
		LocalDate from = parcours.getStartsOn();
		this.stage.on(from);
		Person first = this.cast.extra(pilot);
		this.stage.mandate(enrolment, first, MandateRole.PILOT, from, "La présidence");
		Person second = null;
		if (copilot != null) {
			second = this.cast.extra(copilot);
			this.stage.mandate(enrolment, second, MandateRole.COPILOT, from, "La présidence");
		}
		return new Member(enrolment, first, second);
	}

	private void meet(Cohort cohort, int rank, LocalDate from) {
		int n = 0;
		for (Member member : cohort.all()) {
			LocalDate that = DemoOffice.workingDay(from, n / 2);
			this.stage.meet(member.enrolment, rank, this.claire, that.atTime((n % 2 == 0) ? LocalTime
				.of(10, 0) : LocalTime.of(14, 0)), member.pilot, (rank == 1)
						? "Déjà-là relu ensemble. Une première action est choisie, avec qui la porter et pour quand."
						: "Ce qui avance, ce qui bloque : le temps manque, les usagers en demandent davantage.");
			n++;
		}
	}

	private void tell(Cohort c) {
		log(c.ludotheque,
				DemoAction.idea("Un panneau « ce que vous avez dit »")
					.about("Évaluer avec les usagers", "Information", "Rendre compte")
					.done(day(1, 22), day(2, 2), 60, 4, "8", "6")
					.learnt("Afficher la réponse à chaque remarque donne envie d’en faire d’autres.", "Lien social"));
		LoggedAction box = log(c.garage,
				DemoAction.idea("La boîte à remarques du comptoir")
					.about("Évaluer avec les usagers", "Consultation", "Prendre soin de l’accueil")
					.done(day(1, 29), day(3, 1), 80, 10, "12", "8")
					.learnt("Une question par semaine, et une seule : c’est là qu’on répond.")
					.shares());
		say(day(3, 6), box, c.ludotheque,
				"Nous avons mis la même près des jeux. Les enfants dessinent leur réponse, c’est très clair.");
		say(day(3, 8), box, null, "Bravo à vous deux. Au jour 5, racontez la question qui a le mieux marché.");
		log(c.radio,
				DemoAction.idea("Une enquête racontée à l’antenne")
					.about("Évaluer avec les usagers", "Consultation", "Évaluer avec les usagers")
					.done(day(2, 5), day(3, 8), 70, 12, "24", "20")
					.learnt("Les personnes qui n’écrivent pas aiment raconter.", "Lien social"));
		log(c.ludotheque, DemoAction.idea("Le goûter des familles")
			.about("Accueil et aller-vers", "Concertation", "Temps convivial de réflexion")
			.done(day(2, 7), day(2, 21), 45, 14, "26.5", "20.25")
			.learnt("Les enfants posent les vraies questions ; il faut leur laisser la place.", "Nouveaux usagers"));
		log(c.regie,
				DemoAction.idea("Choisir les horaires d’ouverture")
					.about("Coproduire le service", "Concertation", "Adapter la réponse aux besoins")
					.done(day(2, 12), day(3, 15), 55, 9, "18", "12")
					.learnt("Dire d’abord ce qui n’est pas négociable évite les déceptions.",
							"Relations avec les collectivités"));
		LoggedAction menus = log(c.maison,
				DemoAction.idea("Le comité des menus")
					.about("Coproduire le service", "Concertation", "Comité d’usagers")
					.done(day(2, 19), day(4, 12), 40, 8, "22", "16")
					.learnt("Le comité tient parce qu’il goûte : l’atelier passe avant la réunion.",
							"Sens du travail retrouvé"));
		say(day(4, 17), menus, null, "Est-ce que le comité peut dire non à un plat, ou seulement en proposer ?");
		say(day(4, 19), menus, c.maison,
				"Il peut dire non. C’est arrivé une fois, pour la soupe du jeudi, et nous avons changé.");
		log(c.cafe,
				DemoAction.idea("Un café des idées avec les usagers")
					.told("Chaque premier jeudi, les habitués choisissent ce qui se passera au café le mois suivant.")
					.about("Coproduire le service", "Co-construction", "Temps convivial de réflexion", "Rendre compte")
					.done(day(1, 11), day(4, 4), 60, 12, "18", "18")
					.learnt("On garde le rendez-vous, et on le fait animer à tour de rôle.",
							"Palette d’activités élargie", "Engagement citoyen")
					.shares());
		log(c.cafe,
				DemoAction.idea(PAINTED)
					.about("Faire commun", "Co-construction", "Chantier participatif")
					.done(day(3, 4), day(3, 30), 35, 16, "96", "96")
					.learnt("Depuis le chantier, les habitués proposent les ateliers eux-mêmes.", "Engagement citoyen")
					.shares());
		log(c.garage,
				DemoAction.idea("L’atelier du samedi imaginé à plusieurs")
					.about("Coproduire le service", "Co-construction", "Partage de savoir-faire")
					.done(day(3, 9), day(5, 25), 30, 9, "48", "32")
					.learnt("Ceux qui savent réparer n’osaient pas le dire : il a fallu le demander à chacun."));
		log(c.fil,
				DemoAction.idea("La fresque textile du quartier")
					.about("Interagir avec son territoire", "Co-construction", "Chantier participatif", "Ambassade")
					.done(day(2, 26), day(5, 31), 42, 15, "84", "60")
					.learnt("La fresque a voyagé : trois communes l’ont accueillie.", "Ancrage dans le territoire")
					.shares());
		log(c.maison,
				DemoAction.idea("La boîte à histoires")
					.about("Transmettre les valeurs", "Co-construction", "Mentorat")
					.done(day(4, 15), day(6, 7), 24, 8, "28", "20")
					.learnt("Les souvenirs des aînés disent nos valeurs mieux que notre plaquette.", "Lien social"));
		log(c.radio,
				DemoAction.idea("Le budget participatif de poche")
					.about("Gouvernance partagée", "Co-décision", "Budget participatif")
					.done(day(4, 2), day(5, 14), 38, 11, "32", "24")
					.learnt("Trois cents euros suffisent pour apprendre à décider ensemble.", "Engagement citoyen")
					.shares());
		log(c.fil,
				DemoAction.idea("Décider ensemble des tarifs")
					.about("Gouvernance partagée", "Co-décision", "Dire ce qui est négociable")
					.done(day(4, 8), day(6, 14), 28, 7, "36", "24")
					.learnt("Ouvrir les comptes a rassuré : les tarifs proposés étaient plus hauts que les nôtres.",
							"Modèle économique pérennisé"));
		log(c.regie, DemoAction.idea("Le conseil du chantier")
			.about("Gouvernance partagée", "Co-décision", "Comité d’usagers")
			.done(day(5, 6), day(6, 21), 18, 6, "30", "12")
			.learnt("Un conseil court, debout, chaque lundi : les décisions tiennent.", "Sens du travail retrouvé"));
		log(c.radio,
				DemoAction.idea("Une émission faite par ses auditeurs")
					.about("Gouvernance partagée", "Portage par les usagers", "Former", "Partage de savoir-faire")
					.done(day(5, 13), day(6, 24), 15, 7, "30", "16")
					.learnt("Ils ont gardé les clés du studio ; nous n’avons plus qu’à écouter.", "Engagement citoyen",
							"Nouveaux usagers")
					.shares());
		log(c.ferme, DemoAction.idea("Des paniers composés par les adhérents")
			.about("Coproduire le service", "Co-construction", "Adapter la réponse aux besoins")
			.abandoned(day(3, 11))
			.learnt("La saison décide plus que nous : il aurait fallu commencer par visiter les champs ensemble.")
			.shares());
		log(c.ferme, DemoAction.idea("Une visite des champs chaque mois"));
	}

	private LoggedAction log(Member member, DemoAction action) {
		LocalDate end = action.endsOn();
		this.stage.on((end != null) ? end.plusDays(3) : LocalDate.of(2024, 6, 28));
		return this.stage.log(member.enrolment, member.pilot, action);
	}

	/** Somebody says something of an action; the animation where no structure does. */
	private void say(LocalDate day, LoggedAction action, @Nullable Member member, String words) {
		this.stage.on(day);
		this.stage.say(action, (member != null) ? member.pilot : this.claire,
				(member != null) ? member.enrolment : null, words);
	}

	private static LocalDate day(int month, int day) {
		return LocalDate.of(2024, month, day);
	}

	private record Member(Enrolment enrolment, Person pilot, @Nullable Person second) {

		Person copilot() {
			return Objects.requireNonNull(this.second);
		}

	}

	private record Cohort(Member regie, Member maison, Member garage, Member fil, Member ludotheque, Member ferme,
			Member cafe, Member radio) {

		List<Member> all() {
			return List.of(this.regie, this.maison, this.garage, this.fil, this.ludotheque, this.ferme, this.cafe,
					this.radio);
		}

	}

}
