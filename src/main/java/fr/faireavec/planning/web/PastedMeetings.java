package fr.faireavec.planning.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fr.faireavec.kernel.UnicodeText;
import fr.faireavec.sessions.IndividualMeeting;
import org.jspecify.annotations.Nullable;

/**
 * Dates of individual meetings copied from a spreadsheet, one meeting a line: the
 * structure, which of its meetings if it is said, and what {@link PastedDates} reads.
 */
final class PastedMeetings {

	private PastedMeetings() {
	}

	/**
	 * Fills the rows; of lines that do not say which meeting, the structure's next one.
	 * @return the lines without a date, or about no meeting to date, from 1
	 */
	static List<Integer> fill(MeetingDatesForm form, List<IndividualMeeting> meetings) {
		List<Integer> unread = new ArrayList<>();
		List<IndividualMeeting> left = new ArrayList<>(meetings);
		int number = 0;
		for (String text : form.pasted.lines().toList()) {
			number++;
			if (!text.isBlank() && !fill(form, text, left)) {
				unread.add(number);
			}
		}
		return unread;
	}

	private static boolean fill(MeetingDatesForm form, String text, List<IndividualMeeting> left) {
		List<IndividualMeeting> theirs = ofStructure(text, left);
		if (theirs.isEmpty()) {
			return false;
		}
		String rest = without(text, structure(theirs.getFirst()));
		IndividualMeeting named = theirs.stream()
			.filter((meeting) -> !meeting.getPurpose().isBlank() && holds(text, meeting.getPurpose()))
			.findFirst()
			.orElse(null);
		Optional<PastedDates.Line> line = PastedDates.read((named != null) ? without(rest, named.getPurpose()) : rest);
		IndividualMeeting meeting = line.map((one) -> meeting(one.rank(), named, theirs)).orElse(null);
		if (line.isEmpty() || meeting == null) {
			return false;
		}
		left.remove(meeting);
		String row = meeting.getId().toString();
		form.date.put(row, line.get().date());
		if (!line.get().hours().isEmpty()) {
			form.start.put(row, line.get().hours().getFirst());
			form.end.remove(row);
		}
		if (line.get().hours().size() > 1) {
			form.end.put(row, line.get().hours().get(1));
		}
		if (!line.get().place().isEmpty()) {
			form.place.put(row, line.get().place());
		}
		return true;
	}

	private static @Nullable IndividualMeeting meeting(@Nullable Integer rank, @Nullable IndividualMeeting named,
			List<IndividualMeeting> theirs) {
		if (rank != null) {
			return theirs.stream().filter((meeting) -> meeting.getRank() == rank).findFirst().orElse(null);
		}
		return (named != null) ? named : theirs.getFirst();
	}

	/** Of two names one of which holds the other, the longer is meant. */
	private static List<IndividualMeeting> ofStructure(String text, List<IndividualMeeting> left) {
		Optional<String> name = left.stream()
			.map(PastedMeetings::structure)
			.filter((structure) -> holds(text, structure))
			.max(Comparator.comparingInt(String::length));
		return left.stream().filter((meeting) -> name.filter(structure(meeting)::equals).isPresent()).toList();
	}

	private static String structure(IndividualMeeting meeting) {
		return meeting.getEnrolment().getStructure().getName();
	}

	private static boolean holds(String text, String words) {
		return folded(text).contains(folded(words));
	}

	private static String without(String text, String words) {
		int from = folded(text).indexOf(folded(words));
		return text.substring(0, from) + "\t" + text.substring(from + words.length());
	}

	/** Without accents or capitals, each letter at its place. */
	private static String folded(String text) {
		StringBuilder folded = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			String bare = UnicodeText.withoutAccents(text.substring(i, i + 1));
			char plain = bare.isEmpty() ? ' ' : bare.charAt(0);
			folded.append((plain == '’') ? '\'' : (Character.isWhitespace(plain) || plain == '\u00A0') ? ' ' : plain);
		}
		return folded.toString().toLowerCase(Locale.ROOT);
	}

}
