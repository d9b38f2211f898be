package fr.faireavec.attendance;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Identified;
import fr.faireavec.sessions.HalfDay;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * One person's line for one half-day, with her name as it was; it counts for each
 * structure she stands for.
 */
@Entity
class Attendance extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private HalfDay halfDay;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person person;

	@ManyToMany
	@JoinTable(name = "attendance_enrolment", joinColumns = @JoinColumn(name = "attendance_id"),
			inverseJoinColumns = @JoinColumn(name = "enrolment_id"))
	private Set<Enrolment> enrolments = new HashSet<>();

	private String personName;

	@Enumerated(EnumType.STRING)
	private AttendanceStatus status;

	@Enumerated(EnumType.STRING)
	private AttendanceMethod how;

	private Stay stay = Stay.WHOLE;

	private @Nullable Instant stayNotedAt;

	private Instant recordedAt;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "recorded_by")
	private Person recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected Attendance() {
	}

	Attendance(UUID id, HalfDay halfDay, Collection<Enrolment> enrolments, Person person, Mark mark) {
		super(id);
		this.halfDay = halfDay;
		this.enrolments.addAll(enrolments);
		this.person = person;
		this.personName = person.getName();
		this.status = mark.status();
		this.how = mark.how();
		this.recordedAt = mark.at();
		this.recordedBy = mark.by();
	}

	/**
	 * The last one to say wins; the name stays as it was, and the hours while she is
	 * there.
	 */
	void correct(Mark mark) {
		if (this.status != AttendanceStatus.PRESENT || mark.status() != AttendanceStatus.PRESENT) {
			this.stay = Stay.WHOLE;
			this.stayNotedAt = null;
		}
		this.status = mark.status();
		this.how = mark.how();
		this.recordedAt = mark.at();
		this.recordedBy = mark.by();
	}

	/**
	 * @param kept as {@link Stay#within} leaves it
	 * @param notedAt when the animation said so; null where she did, signing
	 */
	void stay(Stay kept, @Nullable Instant notedAt) {
		if (this.status != AttendanceStatus.PRESENT) {
			throw new IllegalStateException("only who is there has hours");
		}
		this.stay = kept;
		this.stayNotedAt = notedAt;
	}

	@Nullable Instant getStayNotedAt() {
		return this.stayNotedAt;
	}

	Stay getStay() {
		return this.stay;
	}

	HalfDay getHalfDay() {
		return this.halfDay;
	}

	Person getPerson() {
		return this.person;
	}

	/**
	 * Lets the line count for the structures the person stands for by now, too.
	 * @return whether one was missing
	 */
	boolean standFor(Collection<Enrolment> enrolments) {
		return this.enrolments.addAll(enrolments);
	}

	/** The structures the line counts for, by name. */
	List<Enrolment> getEnrolments() {
		return this.enrolments.stream()
			.sorted(Comparator.comparing((Enrolment enrolment) -> enrolment.getStructure().getName())
				.thenComparing(Enrolment::getId))
			.toList();
	}

	String structureNames() {
		return getEnrolments().stream()
			.map((enrolment) -> enrolment.getStructure().getName())
			.collect(Collectors.joining(", "));
	}

	String getPersonName() {
		return this.personName;
	}

	AttendanceStatus getStatus() {
		return this.status;
	}

	AttendanceMethod getHow() {
		return this.how;
	}

	Instant getRecordedAt() {
		return this.recordedAt;
	}

	Person getRecordedBy() {
		return this.recordedBy;
	}

	/** What was said, how, by whom and when. */
	record Mark(AttendanceStatus status, AttendanceMethod how, Person by, Instant at) {
	}

}
