package fr.faireavec.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolling;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.InvitedWhen;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.imports.PlannedLine.PlannedPerson;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.structures.StructureKeeping;
import fr.faireavec.web.FrenchFormat;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a whole cohort, or nothing of it. */
@Component
@Transactional
public class CohortImport {

	private final AllParcours allParcours;

	private final CohortPlanning planning;

	private final StructureKeeping directory;

	private final AccountKeeping keeping;

	private final Enrolling enrolling;

	private final Mandating mandating;

	private final FrenchFormat french;

	private final JdbcClient jdbc;

	private final EntityManager entityManager;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CohortImport(AllParcours allParcours, CohortPlanning planning, StructureKeeping directory, AccountKeeping keeping,
			Enrolling enrolling, Mandating mandating, FrenchFormat french, JdbcClient jdbc, EntityManager entityManager,
			ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.planning = planning;
		this.directory = directory;
		this.keeping = keeping;
		this.enrolling = enrolling;
		this.mandating = mandating;
		this.french = french;
		this.jdbc = jdbc;
		this.entityManager = entityManager;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Checks every line anew, then enrols the structures and mandates their people.
	 * @param accepted the questions that whoever confirms has read
	 * @param when those who are mandated are written to
	 * @throws Refusal when one line cannot be written: none is
	 */
	public CohortPlan carryOut(UUID parcoursId, CohortFile file, Set<String> accepted, InvitedWhen when) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		parcours.requireOpenToWork();
		// The same file confirmed twice at once: the second waits here, then finds
		// everybody enrolled.
		this.jdbc.sql("SELECT id FROM parcours WHERE id = :id FOR NO KEY UPDATE")
			.param("id", parcoursId)
			.query(UUID.class)
			.single();
		CohortPlan plan = this.planning.plan(parcours, file);
		if (plan.isRefused()) {
			throw new Refusal("imports.changed");
		}
		if (!Warning.unread(plan.questions(), accepted).isEmpty()) {
			throw new Refusal("imports.unread");
		}
		if (!plan.doubts().stream().map((doubt) -> doubt.person().doubt()).allMatch(accepted::contains)) {
			throw new Refusal("imports.unanswered");
		}
		for (PlannedLine line : plan.lines()) {
			try {
				write(parcours, line, when);
			}
			catch (Refusal refusal) {
				throw new Refusal("imports.line.refusedThen", line.line().line(),
						new DefaultMessageSourceResolvable(new String[] { refusal.messageKey() }, refusal.args()));
			}
		}
		String label = this.french.count(plan.lines().size(), "imports.structures") + ", "
				+ this.french.count(plan.people(), "imports.people");
		this.events.publishEvent(new Noted("imports.done", parcoursId, parcoursId, label));
		return plan;
	}

	private void write(Parcours parcours, PlannedLine planned, InvitedWhen when) {
		CohortLine line = planned.line();
		UUID structureId = (planned.recognised() != null) ? planned.recognised().structureId()
				: this.directory.register(Ids.next(), line.profile()).getId();
		Enrolment enrolment = this.enrolling.enrol(parcours.getId(), structureId, parcours.getStartsOn());
		mandate(parcours, enrolment, line, planned.pilot(), MandateRole.PILOT, when);
		mandate(parcours, enrolment, line, planned.copilot(), MandateRole.COPILOT, when);
		// Hibernate would compare all earlier lines again before each statement.
		this.entityManager.flush();
		this.entityManager.clear();
	}

	private void mandate(Parcours parcours, Enrolment enrolment, CohortLine line, @Nullable PlannedPerson planned,
			MandateRole role, InvitedWhen when) {
		if (planned == null) {
			return;
		}
		Contact contact = planned.contact();
		Person person = this.keeping.register(new AccountKeeping.Name(contact.givenName(), contact.familyName()),
				contact.email(), Question.yes(planned.doubt()), contact.telephone());
		Mandate mandate = this.mandating.mandate(parcours.getId(), enrolment.getId(), person, role, line.from(), when);
		if (line.signatory() != null) {
			LocalDate today = parcours.today(this.clock);
			LocalDate on = line.from().isAfter(today) ? today : line.from();
			this.mandating.sign(parcours.getId(), mandate.getId(), mandate.getVersion(), line.signatory(),
					Objects.requireNonNullElse(line.signedOn(), on));
		}
	}

}
