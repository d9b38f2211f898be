package fr.faireavec.dossiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanFileKind;
import fr.faireavec.bilans.BilanFiles;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Extent;
import fr.faireavec.kernel.Slug;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.scans.Scan;
import fr.faireavec.scans.Scans;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.sheets.Attestation;
import fr.faireavec.sheets.Attestations;
import fr.faireavec.sheets.MeetingFiles;
import fr.faireavec.sheets.RegisterFiles;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.SpreadsheetFile;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What proves what a convention paid for: of the days and meetings held in its period,
 * the registers, the paper, the sheets and the attestations; and the last published
 * bilan, as that funder reads it. No note, whoever wrote it.
 */
@Component
class Pieces {

	private final CollectiveSessions sessions;

	private final IndividualMeetings meetings;

	private final RegisterFiles registers;

	private final Scans scans;

	private final MeetingFiles meetingFiles;

	private final Attestations attestations;

	private final BilanFiles bilanFiles;

	private final Bilans bilans;

	private final MessageSource messages;

	private final FrenchFormat french;

	private final boolean demo;

	Pieces(CollectiveSessions sessions, IndividualMeetings meetings, RegisterFiles registers, Scans scans,
			MeetingFiles meetingFiles, Attestations attestations, BilanFiles bilanFiles, Bilans bilans,
			MessageSource messages, FrenchFormat french, @Value("${faireavec.demo:false}") boolean demo) {
		this.sessions = sessions;
		this.meetings = meetings;
		this.registers = registers;
		this.scans = scans;
		this.meetingFiles = meetingFiles;
		this.attestations = attestations;
		this.bilanFiles = bilanFiles;
		this.bilans = bilans;
		this.messages = messages;
		this.french = french;
		this.demo = demo;
	}

	/** The last published bilan: its number is that of the dossier. */
	@Nullable Bilan bilan(Parcours parcours) {
		return this.bilans.latest(parcours.getId()).orElse(null);
	}

	/** All of them, in order; none is made yet. */
	List<Piece> of(Parcours parcours, DossierRows.Asked asked, @Nullable Bilan bilan) {
		List<Piece> pieces = new ArrayList<>();
		for (CollectiveSession session : this.sessions.ofParcours(parcours.getId())) {
			TimeSlot slot = session.getSlot();
			if (session.getState() == SessionState.HELD && slot != null && asked.covers(slot.day())) {
				day(parcours, session, slot, pieces);
			}
		}
		for (IndividualMeeting meeting : this.meetings.ofParcours(parcours.getId())) {
			TimeSlot slot = meeting.getSlot();
			if (meeting.getState() == MeetingState.HELD && slot != null && asked.covers(slot.day())) {
				meeting(parcours, meeting, slot, pieces);
			}
		}
		List<Attestation> attended = this.attestations.within(parcours, asked.from(), asked.to());
		if (!attended.isEmpty()) {
			pieces.add(new Piece("3-presences/attestations.pdf", say("attestations"),
					() -> this.attestations.print(parcours, attended)));
			pieces.add(new Piece("3-presences/personnes-et-heures.csv", say("people"), () -> people(attended)));
		}
		if (bilan != null) {
			bilan(parcours, bilan, asked.conventionId(), pieces);
		}
		return pieces;
	}

	private void day(Parcours parcours, CollectiveSession session, TimeSlot slot, List<Piece> pieces) {
		int rank = session.getRank();
		String path = "1-emargement/jour-%02d-".formatted(rank);
		String day = this.french.fullDay(slot.start());
		pieces
			.add(new Piece(path + "registre.pdf", say("register", rank, day), () -> this.registers.of(parcours, rank)));
		int number = 1;
		for (Scan scan : this.scans.ofDay(parcours.getId(), rank)) {
			pieces.add(new Piece(path + "papier-%02d.jpg".formatted(number), say("scan", number, rank, day),
					() -> this.scans.picture(parcours.getId(), rank, scan.id()).orElse(new byte[0])));
			number++;
		}
	}

	private void meeting(Parcours parcours, IndividualMeeting meeting, TimeSlot slot, List<Piece> pieces) {
		String structure = meeting.getEnrolment().getStructure().getName();
		pieces.add(new Piece(
				"2-rendez-vous/%s-%d.pdf".formatted(meeting.getEnrolment().getStructure().getSlug(), meeting.getRank()),
				say("meeting", meeting.getRank(), structure, this.french.fullDay(slot.start())),
				() -> this.meetingFiles.print(parcours, meeting.getId())));
	}

	private void bilan(Parcours parcours, Bilan bilan, UUID conventionId, List<Piece> pieces) {
		Extent extent = Extent.funder(List.of(conventionId), bilan.document().figures());
		for (BilanFileKind kind : BilanFileKind.values()) {
			String name = kind.named(parcours.getSlug(), "version-" + bilan.number());
			pieces.add(new Piece("4-bilan/" + name, say("bilan." + kind.name(), bilan.number()),
					() -> this.bilanFiles.of(bilan, extent, kind)));
		}
	}

	private byte[] people(List<Attestation> attended) {
		SpreadsheetFile file = new SpreadsheetFile(banner(), say("person"), say("structures"), say("days"),
				say("halves"), say("hours"));
		for (Attestation one : attended) {
			file.row(one.name(), one.structures(), Long.toString(one.days()), Integer.toString(one.halves().size()),
					String.format(Locale.FRENCH, "%.2f", one.hours()));
		}
		return file.bytes();
	}

	/** What the demo says of all its files; else nothing. */
	String banner() {
		return this.demo ? say("demo") : "";
	}

	/** In French. */
	String say(String key, Object... args) {
		return Objects.requireNonNull(this.messages.getMessage("dossiers.piece." + key, args, Locale.FRENCH));
	}

}
