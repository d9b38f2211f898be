package fr.faireavec.cohorts.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.EnrolmentState;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.cohorts.LevelsReached;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.cohorts.web.MandateLine.Access;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Bounces;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.structures.Directory;
import fr.faireavec.structures.LegalForms;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.templates.Frameworks;
import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads what the pages about participations show, for the seat that asks. */
@Component
class Participations {

	/** As many as one looks through without searching. */
	private static final int STRUCTURES_OFFERED = 50;

	private final Enrolments enrolments;

	private final Mandates mandates;

	private final Accounts accounts;

	private final Frameworks frameworks;

	private final LegalForms legalForms;

	private final Directory directory;

	private final Bounces bounces;

	private final Leaving leaving;

	private final Introductions introductions;

	private final LevelsReached levels;

	private final MessageSource messages;

	private final Clock clock;

	Participations(Enrolments enrolments, Mandates mandates, Accounts accounts, Frameworks frameworks,
			LegalForms legalForms, Directory directory, Bounces bounces, Leaving leaving, Introductions introductions,
			LevelsReached levels, MessageSource messages, Clock clock) {
		this.enrolments = enrolments;
		this.mandates = mandates;
		this.accounts = accounts;
		this.frameworks = frameworks;
		this.legalForms = legalForms;
		this.directory = directory;
		this.bounces = bounces;
		this.leaving = leaving;
		this.introductions = introductions;
		this.levels = levels;
		this.messages = messages;
		this.clock = clock;
	}

	/** The animation sees each one, a pilot her own, a funder none. */
	Enrolment open(Seat seat, UUID enrolmentId) {
		boolean mayLook = switch (seat) {
			case Seat.Running running -> true;
			case Seat.Piloting piloting -> piloting.pilots(enrolmentId);
			case Seat.Funding funding -> false;
		};
		if (!mayLook) {
			throw new NotFound();
		}
		return this.enrolments.whole(seat.parcours().getId(), enrolmentId).orElseThrow(NotFound::new);
	}

	Mandate mandate(Seat.Running seat, UUID enrolmentId, UUID mandateId) {
		return this.mandates.in(seat.parcours().getId(), enrolmentId, mandateId).orElseThrow(NotFound::new);
	}

	LocalDate today(Seat seat) {
		return seat.parcours().today(this.clock);
	}

	/** The whole cohort, by name, and those of the directory who may join it. */
	void showAll(Seat.Running seat, EnrolForm form, String searched, Model model) {
		Parcours parcours = seat.parcours();
		LocalDate today = today(seat);
		List<Mandate> standing = this.mandates.ofParcours(parcours.getId())
			.stream()
			.filter((mandate) -> !mandate.isOverOn(today))
			.toList();
		Map<UUID, List<MandateLine>> held = standing.stream()
			.collect(Collectors.groupingBy((mandate) -> mandate.getEnrolment().getId(), Collectors
				.mapping((mandate) -> MandateLine.of(mandate, today, Access.UNKNOWN), Collectors.toList())));
		List<Enrolment> enrolments = this.enrolments.ofParcours(parcours.getId());
		List<ParticipationRow> rows = enrolments.stream()
			.map((enrolment) -> ParticipationRow.of(enrolment, held.getOrDefault(enrolment.getId(), List.of()), today))
			.toList();
		long active = rows.stream().filter((row) -> !row.withdrawn()).count();
		model.addAttribute("rows", rows);
		model.addAttribute("active", active);
		Set<UUID> present = rows.stream()
			.filter((row) -> !row.withdrawn())
			.map(ParticipationRow::id)
			.collect(Collectors.toSet());
		model.addAttribute("uninvited",
				standing.stream()
					.filter((mandate) -> mandate.isUninvited() && present.contains(mandate.getEnrolment().getId()))
					.count());
		model.addAttribute("canInvite", parcours.getStatus().keepsItsPeople());
		model.addAttribute("addresses",
				rows.stream()
					.filter((row) -> !row.withdrawn())
					.flatMap((row) -> row.mandates().stream())
					.filter(MandateLine::active)
					.map(MandateLine::email)
					.filter(Objects::nonNull)
					.distinct()
					.sorted()
					.collect(Collectors.joining(", ")));
		model.addAttribute("unsigned", rows.stream().anyMatch((row) -> row.isUnsigned() && !row.withdrawn()));
		model.addAttribute("tooFew", active < parcours.getCapacityMin());
		model.addAttribute("tooMany", active > parcours.getCapacityMax());
		model.addAttribute("capacityMin", parcours.getCapacityMin());
		model.addAttribute("capacityMax", parcours.getCapacityMax());
		boolean canEnrol = parcours.getStatus().isOpenToWork();
		model.addAttribute("canEnrol", canEnrol);
		if (canEnrol) {
			List<UUID> within = enrolments.stream().map((enrolment) -> enrolment.getStructure().getId()).toList();
			List<Directory.Choice> choices = this.directory.choices(searched, within, form.structure,
					STRUCTURES_OFFERED + 1);
			boolean more = choices.size() > STRUCTURES_OFFERED;
			model.addAttribute("directory",
					choices.stream()
						.limit(STRUCTURES_OFFERED)
						.map((choice) -> new Option(choice.id().toString(), choice.inWords()))
						.toList());
			model.addAttribute("searched", searched);
			model.addAttribute("searching", more || !searched.isEmpty());
			model.addAttribute("more", more);
			model.addAttribute("legalForms", this.legalForms.options());
		}
	}

	/** One participation with its mandates. */
	void show(Seat seat, Enrolment enrolment, Model model) {
		boolean running = seat instanceof Seat.Running;
		LocalDate today = today(seat);
		List<MandateLine> now = new ArrayList<>();
		List<MandateLine> past = new ArrayList<>();
		for (Mandate mandate : this.mandates.ofEnrolment(enrolment.getId())) {
			boolean over = mandate.isOverOn(today);
			Access access = (running && !over) ? access(mandate) : Access.UNKNOWN;
			(over ? past : now).add(MandateLine.of(mandate, today, access));
		}
		boolean withdrawn = enrolment.hasLeftOn(today);
		boolean keepsPeople = seat.parcours().getStatus().keepsItsPeople();
		name(enrolment, model);
		model.addAttribute("bounces",
				running ? this.bounces.of(now.stream().map(MandateLine::email).toList()) : Map.of());
		model.addAttribute("running", running);
		model.addAttribute("enrolment", enrolment);
		model.addAttribute("structure", enrolment.getStructure());
		model.addAttribute("withdrawn", withdrawn);
		model.addAttribute("leaving", !withdrawn && enrolment.getWithdrawnOn() != null);
		model.addAttribute("absences", enrolment.getAbsences().all());
		model.addAttribute("completed", enrolment.getState() == EnrolmentState.COMPLETED);
		model.addAttribute("pilots", now.stream().filter((line) -> line.role() == MandateRole.PILOT).toList());
		model.addAttribute("copilots", now.stream().filter((line) -> line.role() == MandateRole.COPILOT).toList());
		model.addAttribute("past", past);
		model.addAttribute("aims",
				enrolment.getAimedLevels().stream().sorted(Comparator.comparingInt(TaxonomyEntry::getRank)).toList());
		List<TaxonomyEntry> scale = scale(seat);
		model.addAttribute("hasScale", !scale.isEmpty());
		model.addAttribute("levels", scale.isEmpty() ? List.of()
				: LevelRow.of(scale, enrolment.getAimedLevels(), this.levels.of(enrolment.getId())));
		model.addAttribute("canMandate", running && keepsPeople && !withdrawn);
		model.addAttribute("canAnswer", keepsPeople);
		boolean open = running && seat.parcours().getStatus().isOpenToWork();
		model.addAttribute("canWithdraw", open && enrolment.getWithdrawnOn() == null);
		model.addAttribute("canReturn", open && enrolment.getWithdrawnOn() != null);
	}

	/** The form of a return, as it may be sent. */
	ReturnForm returnOf(Seat.Running seat, UUID enrolmentId) {
		return ReturnForm.of(open(seat, enrolmentId), today(seat),
				this.leaving.lapsed(seat.parcours().getId(), enrolmentId));
	}

	/** When it left, and whose mandates ended with it. */
	void showReturn(Seat.Running seat, Enrolment enrolment, Model model) {
		name(enrolment, model);
		LocalDate today = today(seat);
		model.addAttribute("left", Objects.requireNonNullElse(enrolment.getWithdrawnOn(), today));
		model.addAttribute("gone", enrolment.hasLeftOn(today));
		List<Mandate> lapsed = this.leaving.lapsed(seat.parcours().getId(), enrolment.getId());
		Map<UUID, String> who = this.introductions.apart(lapsed.stream().map(Mandate::getPerson).toList());
		model.addAttribute("lapsed", lapsed.stream()
			.map((mandate) -> new Option(mandate.getId().toString(),
					this.messages.getMessage("cohorts.return.mandate." + mandate.getRole(),
							new Object[] { String.valueOf(who.get(mandate.getPerson().getId())) }, Locale.FRENCH)))
			.toList());
	}

	/** What the small pages of one operation need of it. */
	void name(Enrolment enrolment, Model model) {
		model.addAttribute("enrolmentPath", "/structures/" + enrolment.getId());
		model.addAttribute("structureName", enrolment.getStructure().getName());
	}

	/** The one who holds a role without an end, if somebody does. */
	List<MandateLine> holders(Seat seat, UUID enrolmentId) {
		return this.mandates.ofEnrolment(enrolmentId)
			.stream()
			.filter((mandate) -> mandate.getEndsOn() == null)
			.map((mandate) -> MandateLine.of(mandate, today(seat), Access.UNKNOWN))
			.toList();
	}

	/** The levels of the parcours's scale, in their order; none without a scale. */
	List<TaxonomyEntry> scale(Seat seat) {
		return this.frameworks.whole(seat.parcours().getFramework().getId())
			.map((framework) -> framework.entries(Taxonomy.LEVEL))
			.orElse(List.of());
	}

	private Access access(Mandate mandate) {
		Access access = access(mandate.getPerson());
		return (access == Access.WAITING && mandate.isUninvited()) ? Access.UNINVITED : access;
	}

	private Access access(Person person) {
		if (person.getEmail() == null) {
			return Access.NO_ADDRESS;
		}
		return this.accounts.ofPerson(person.getId()).map(Participations::access).orElse(Access.WAITING);
	}

	private static Access access(Account account) {
		if (account.getRole() != null) {
			return Access.STAFF;
		}
		if (account.isDisabled()) {
			return Access.CLOSED;
		}
		return account.hasComeIn() ? Access.OPEN : Access.WAITING;
	}

}
