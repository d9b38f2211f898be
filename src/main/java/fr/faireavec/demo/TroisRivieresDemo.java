package fr.faireavec.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.Guest;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.parcours.Parcours;

/**
 * « Trois Rivières »: ten structures, a pilot replaced, another with two sheets, one
 * gone, a day cancelled, a bilan corrected.
 */
final class TroisRivieresDemo {

	private static final List<LocalDate> DAYS = List.of(LocalDate.of(2025, 4, 10), LocalDate.of(2025, 5, 15),
			LocalDate.of(2025, 6, 19), LocalDate.of(2025, 9, 18), LocalDate.of(2025, 10, 16),
			LocalDate.of(2025, 11, 20), LocalDate.of(2026, 1, 15));

	private static final List<String> STRUCTURES = List.of("Régie des Terrils", "Maison des Aînés", "Garage Entraide",
			"Fil et Fabrique", "Ludothèque Roulante", "Ferme du Marais", "Café Passerelle", "Radio des Voisins",
			"Atelier Vélo Partagé", "Jardin des Possibles");

	private static final List<String> PILOTS = List.of("Agathe Morin", "Basile Noël", "Chloé Ferrand", "Denis Outrebon",
			"Elsa Guérin", "Fabien Leroux", "Gisèle Parent", "Hakim Benlahcen", "Iris Delattre", "Jonas Vermeulen");

	private static final List<String> AIMS = List.of("Consultation", "Concertation", "Co-construction", "Co-décision",
			"Co-construction");

	/** The structure that leaves in October. */
	private static final int GONE = 8;

	private final DemoStage stage;

	private final DemoCast cast;

	private final DemoOffice office;

	private final Person malik;

	private final List<Enrolment> enrolments = new ArrayList<>();

	private final List<Person> pilots = new ArrayList<>();

	TroisRivieresDemo(DemoStage stage, DemoCast cast, DemoOffice office, Person malik) {
		this.stage = stage;
		this.cast = cast;
		this.office = office;
		this.malik = malik;
	}

	void play(DemoDirectory directory) {
		this.stage.on(LocalDate.of(2025, 2, 17));
		Parcours parcours = this.office.parcours("trois-rivieres-fictif", "Trois Rivières 2025-2026 (fictif)",
				"implication-usagers", LocalDate.of(2025, 4, 3), LocalDate.of(2026, 1, 30), "02, 80", "Trois Rivières",
				this.malik);
		this.office.conventions(parcours, false, true);
		this.stage.on(parcours.getStartsOn());
		for (int i = 0; i < STRUCTURES.size(); i++) {
			Enrolment enrolment = this.stage.enrol(parcours, directory.named(STRUCTURES.get(i)),
					AIMS.get(i % AIMS.size()));
			Person pilot = this.cast.extra(PILOTS.get(i));
			this.stage.mandate(enrolment, pilot, MandateRole.PILOT, parcours.getStartsOn(), "La présidence");
			this.enrolments.add(enrolment);
			this.pilots.add(pilot);
		}
		this.office.start(parcours);
		days(parcours, 1, 3);
		meet(1, LocalDate.of(2025, 5, 26));
		this.stage.on(LocalDate.of(2025, 9, 1));
		Person successor = this.cast.extra("Karine Soulier");
		this.stage.mandate(this.enrolments.get(3), successor, MandateRole.PILOT, LocalDate.of(2025, 9, 1),
				"La gérance");
		this.pilots.set(3, successor);
		// Who pilots the Ferme copilots the Jardin: named without an address, a sheet
		// more.
		this.stage.mandate(this.enrolments.get(9), this.cast.namedAgain(PILOTS.get(5)), MandateRole.COPILOT,
				LocalDate.of(2025, 9, 1), "La présidence");
		days(parcours, 4, 4);
		this.stage.on(LocalDate.of(2025, 10, 1));
		this.stage.withdraw(this.enrolments.get(GONE), LocalDate.of(2025, 10, 1),
				"La structure déménage et se concentre sur son nouveau local.");
		this.stage.on(LocalDate.of(2025, 9, 20));
		this.stage.schedule(parcours, 5, DAYS.get(4), "Maison commune", "Rivière-Haute");
		this.stage.on(LocalDate.of(2025, 10, 14));
		this.stage.cancel(parcours, 5, "Inondations : la route était coupée.");
		days(parcours, 6, 6);
		meet(2, LocalDate.of(2025, 12, 1));
		days(parcours, 7, 7);
		tell();
		this.stage.on(LocalDate.of(2026, 1, 28));
		this.office.close(parcours);
		this.office.reopen(parcours, "Close un jour trop tôt : une signature restait à noter.");
		this.stage.on(LocalDate.of(2026, 1, 29));
		this.office.close(parcours);
		this.stage.at(LocalDate.of(2026, 1, 30).atTime(16, 0));
		this.office.publish(parcours, BilanKind.FINAL,
				"Un parcours bousculé par les inondations, et tenu malgré elles.",
				"La réunion des financeurs a été avancée d’une semaine.");
		this.stage.on(LocalDate.of(2026, 2, 10));
		log(7, DemoAction.idea("Le journal parlé du marché")
			.about("Interagir avec son territoire", "Co-construction", "Aller-vers")
			.done(LocalDate.of(2025, 12, 5), LocalDate.of(2026, 1, 24), 50, 9, "22", "14")
			.learnt("Le marché vient à nous dès que le micro est posé sur une table.", "Ancrage dans le territoire"),
				LocalDate.of(2026, 2, 10));
		this.stage.at(LocalDate.of(2026, 2, 12).atTime(10, 30));
		this.office.publish(parcours, BilanKind.FINAL,
				"Version corrigée : une action réalisée en janvier manquait à la première version.",
				"Une correction : la structure qui l’avait oubliée la demande elle-même.");
	}

	private void days(Parcours parcours, int first, int last) {
		for (int rank = first; rank <= last; rank++) {
			LocalDate day = DAYS.get(rank - 1);
			this.stage.on(day.minusDays(25));
			this.stage.schedule(parcours, rank, day, "Maison commune", "Rivière-Haute");
			if (rank == 6) {
				this.stage.on(day);
				this.stage.guest(parcours, rank,
						new Guest("Louise Tavernier", STRUCTURES.get(1), this.enrolments.get(1).getId(), null));
			}
			this.stage.hold(parcours, rank, (rank == 6) ? Map.of(this.pilots.get(1), AttendanceStatus.EXCUSED)
					: Map.of(this.pilots.get(rank % 3 + 4), AttendanceStatus.EXCUSED));
		}
	}

	private void meet(int rank, LocalDate from) {
		for (int i = 0; i < this.enrolments.size(); i++) {
			if (rank == 1 || i != GONE) {
				LocalDate day = DemoOffice.workingDay(from, i / 2);
				this.stage.meet(this.enrolments.get(i), rank, this.malik,
						day.atTime((i % 2 == 0) ? LocalTime.of(10, 0) : LocalTime.of(14, 0)), this.pilots.get(i),
						"Ce qui est en place, ce que l’on essaie d’ici la prochaine journée.");
			}
		}
	}

	private void tell() {
		log(0, DemoAction.idea("Ouvrir les réunions d’équipe")
			.about("Gouvernance partagée", "Consultation", "Rendre compte")
			.done(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 7, 11), 20, 5, "10", "4")
			.learnt("Une demi-heure suffit, si l’ordre du jour est affiché avant."));
		log(1, DemoAction.idea("Un parrainage entre voisins")
			.about("Accueil et aller-vers", "Co-construction", "Mentorat")
			.done(LocalDate.of(2025, 6, 16), LocalDate.of(2025, 11, 14), 34, 12, "60", "52")
			.learnt("Deux voisins par personne : quand l’un part, l’autre reste.", "Lien social")
			.shares());
		log(2, DemoAction.idea("La journée des outils prêtés")
			.about("Faire commun", "Co-construction", "Partage de savoir-faire")
			.done(LocalDate.of(2025, 9, 20), LocalDate.of(2025, 9, 20), 65, 11, "44", "40")
			.learnt("Prêter un outil, c’est confier une responsabilité.")
			.shares());
		log(3, DemoAction.idea("Un collège d’usagers au conseil")
			.about("Gouvernance partagée", "Co-décision", "Entrée au sociétariat")
			.done(LocalDate.of(2025, 9, 8), LocalDate.of(2025, 12, 12), 16, 5, "38", "30")
			.learnt("Préparer les dossiers à deux voix change les décisions.", "Engagement citoyen")
			.shares());
		log(4, DemoAction.idea("Des règles écrites par les enfants")
			.about("Coproduire le service", "Co-décision", "Comité d’usagers")
			.done(LocalDate.of(2025, 10, 6), LocalDate.of(2025, 11, 28), 30, 18, "16.5", "6")
			.learnt("Leurs règles sont plus strictes que les nôtres, et mieux suivies."));
		log(6, DemoAction.idea("La carte du café décidée à midi")
			.about("Coproduire le service", "Concertation", "Adapter la réponse aux besoins")
			.done(LocalDate.of(2025, 9, 22), LocalDate.of(2025, 10, 31), 72, 14, "12", "9")
			.learnt("Voter avec des bouchons plaît à tout le monde, même à ceux qui n’aiment pas voter."));
		log(9, DemoAction.idea("Des parcelles tirées au sort ensemble")
			.about("Faire commun", "Concertation", "Dire ce qui est négociable")
			.abandoned(LocalDate.of(2025, 6, 23))
			.learnt("Le sort a paru injuste à ceux qui jardinaient déjà : on aurait dû en parler avant.")
			.shares());
		log(5, DemoAction.idea("Un marché d’hiver avec les adhérents"));
	}

	private void log(int structure, DemoAction action) {
		LocalDate end = action.endsOn();
		log(structure, action, (end != null) ? end.plusDays(2) : LocalDate.of(2026, 1, 20));
	}

	private void log(int structure, DemoAction action, LocalDate on) {
		this.stage.on(on);
		this.stage.log(this.enrolments.get(structure), this.pilots.get(structure), action);
	}

}
