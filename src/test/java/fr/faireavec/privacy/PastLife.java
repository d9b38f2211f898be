package fr.faireavec.privacy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.attendance.Guest;
import fr.faireavec.attendance.GuestTaking;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.signin.Inviting;
import fr.faireavec.testing.Cast;

import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * A pilot with a rich past, « Canari Zinzolin », lived through the application's own
 * activities; and beside her « Autrui Voisin », whose file this is not.
 */
class PastLife {

	static final LocalDate START = LocalDate.of(2026, 9, 1);

	final Person canary;

	final Person other;

	final Person claire;

	final Parcours parcours;

	final Enrolment enrolment;

	private final Parts parts;

	/** What it is lived with. */
	record Parts(Cast cast, AccountKeeping keeping, Mandating mandating, FunderKeeping funders, Scheduling scheduling,
			CollectiveSessions sessions, IndividualMeetings meetings, MeetingKeeping meetingKeeping,
			AttendanceTaking attendance, GuestTaking guests, ActionLogging logging, BilanPublishing publishing,
			Inviting inviting) {

		static Parts of(AutowireCapableBeanFactory beans) {
			return new Parts(beans.getBean(Cast.class), beans.getBean(AccountKeeping.class),
					beans.getBean(Mandating.class), beans.getBean(FunderKeeping.class), beans.getBean(Scheduling.class),
					beans.getBean(CollectiveSessions.class), beans.getBean(IndividualMeetings.class),
					beans.getBean(MeetingKeeping.class), beans.getBean(AttendanceTaking.class),
					beans.getBean(GuestTaking.class), beans.getBean(ActionLogging.class),
					beans.getBean(BilanPublishing.class), beans.getBean(Inviting.class));
		}

	}

	PastLife(Parts parts) {
		this.parts = parts;
		Cast cast = parts.cast();
		cast.itIs(START.atTime(9, 0));
		cast.administrator("Ada", "Min");
		this.claire = cast.facilitator("Claire", "Vasseur");
		this.canary = parts.keeping().register(new AccountKeeping.Name("Ancienne", "Zinzolin"), "canari@exemple.fr");
		parts.inviting().givePassword(this.canary, Cast.PASSWORD);
		cast.flush();
		parts.keeping()
			.correct(this.canary.getId(), this.canary.getVersion(), new AccountKeeping.Name("Canari", "Zinzolin"),
					"canari@exemple.fr");
		this.other = cast.person("Autrui", "Voisin");
		this.parcours = cast.parcours("Les Sources", START, this.claire);
		this.enrolment = cast.enrol(this.parcours, cast.structure("Recyclerie"));
		Enrolment neighbour = cast.enrol(this.parcours, cast.structure("Cantine"));
		Mandate mandate = cast.pilot(this.enrolment, this.canary, START);
		cast.pilot(neighbour, this.other, START);
		cast.flush();
		parts.mandating().sign(this.parcours.getId(), mandate.getId(), 0, "Présidente Tierce", START);
		Mandate signedByHer = cast.copilot(neighbour, cast.person("Copi", "Lote"), START);
		cast.flush();
		parts.mandating().sign(this.parcours.getId(), signedByHer.getId(), 0, "Canari Zinzolin", START);
		parts.inviting().issueLink(this.canary.getId());
		Funder region = parts.funders().register(Ids.next(), "Région Fictive", FunderKind.REGION, "", "", "");
		parts.funders().nameReader(region.getId(), this.canary);
		day(1, START.plusDays(7));
		meeting();
		Impersonation.as(this.canary,
				() -> parts.logging()
					.log(Ids.next(), this.parcours.getId(), this.enrolment.getId(), new ActionDraft(
							"Un café, par Canari Zinzolin", null, "Canari  Zinzolin tient le café", null, null)));
		Impersonation.as(this.other, () -> parts.logging()
			.log(Ids.next(), this.parcours.getId(), neighbour.getId(), ActionDraft.titled("Secret d’Autrui Voisin")));
		cast.flush();
		Impersonation.as(this.claire,
				() -> parts.publishing()
					.publish(this.parcours.getId(), BilanKind.INTERMEDIAIRE, START, START.plusMonths(9),
							"Une belle année", "Vite"));
		cast.forget();
	}

	/** A held day on which she was there, and a guest. */
	private void day(int rank, LocalDate day) {
		Cast cast = this.parts.cast();
		LocalDateTime morning = day.atTime(9, 30);
		CollectiveSession session = this.parts.sessions().ranked(this.parcours.getId(), rank).orElseThrow();
		this.parts.scheduling()
			.schedule(this.parcours.getId(), rank, session.getVersion(),
					new SessionPlan(List.of(new TimeSlot(morning, morning.plusHours(3))), Mode.PRESENTIEL,
							"Chez Canari Zinzolin", "", ""));
		cast.flush();
		cast.itIs(morning.plusHours(1));
		CollectiveSession planned = this.parts.sessions().ranked(this.parcours.getId(), rank).orElseThrow();
		UUID halfDay = planned.getHalfDays().getFirst().getId();
		Impersonation.as(this.claire, () -> {
			for (Person person : List.of(this.canary, this.other)) {
				this.parts.attendance()
					.record(this.parcours.getId(), halfDay, person.getId(), AttendanceStatus.PRESENT,
							AttendanceMethod.BY_FACILITATOR, null);
			}
			this.parts.guests()
				.add(this.parcours.getId(), rank, new Guest("Invitée Mauve", "Maison Mauve", null, null));
			this.parts.guests().add(this.parcours.getId(), rank, new Guest("Invité Parme", "", null, null));
		});
		cast.itIs(morning.plusHours(4));
		cast.flush();
		Impersonation.as(this.claire,
				() -> this.parts.scheduling()
					.hold(this.parcours.getId(), rank,
							this.parts.sessions().ranked(this.parcours.getId(), rank).orElseThrow().getVersion()));
		cast.flush();
	}

	private void meeting() {
		Cast cast = this.parts.cast();
		IndividualMeeting meeting = this.parts.meetings().ofEnrolment(this.enrolment.getId()).getFirst();
		LocalDateTime at = START.plusDays(10).atTime(14, 0);
		Impersonation.as(this.claire, () -> {
			this.parts.meetingKeeping()
				.schedule(this.parcours.getId(), meeting.getId(), meeting.getVersion(), this.claire.getId(),
						new TimeSlot(at, at.plusHours(1)), Mode.PRESENTIEL, "Ici");
			cast.flush();
			cast.itIs(at.plusHours(2));
			this.parts.meetingKeeping()
				.hold(this.parcours.getId(), meeting.getId(), version(meeting), Set.of(this.canary.getId()), 60);
			cast.flush();
			this.parts.meetingKeeping()
				.write(this.parcours.getId(), meeting.getId(), version(meeting), "Vu CANARI ZINZOLIN",
						"Canari Zinzolin, canari@exemple.fr, hésite");
			cast.flush();
		});
	}

	private int version(IndividualMeeting meeting) {
		return this.parts.meetings().findById(meeting.getId()).orElseThrow().getVersion();
	}

}
