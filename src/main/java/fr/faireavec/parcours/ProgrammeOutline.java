package fr.faireavec.parcours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.faireavec.templates.ParcoursTemplate;
import fr.faireavec.templates.TemplateMeeting;
import fr.faireavec.templates.TemplateSession;
import org.jspecify.annotations.Nullable;

/**
 * What a template would give between two dates: its days spread evenly over the working
 * days, its meetings between them. Only an idea of the rhythm; nothing is scheduled.
 */
public record ProgrammeOutline(List<Step> steps) {

	/** Rhythm outside which one should look twice, in weeks between two days. */
	private static final int TIGHT = 3;

	private static final int LOOSE = 7;

	public static ProgrammeOutline of(ParcoursTemplate template, @Nullable LocalDate from, @Nullable LocalDate to) {
		List<Step> steps = new ArrayList<>();
		List<TemplateSession> days = template.getSessions();
		for (int i = 0; i < days.size(); i++) {
			TemplateSession day = days.get(i);
			steps.add(new Step(false, day.getRank(), day.getTitle(), around(from, to, i, days.size())));
		}
		for (TemplateMeeting meeting : template.getMeetings()) {
			steps.add(new Step(true, meeting.getAfterSessionRank(), meeting.getPurpose(), null));
		}
		steps.sort(Comparator.comparingInt(Step::rank).thenComparing(Step::meeting));
		return new ProgrammeOutline(List.copyOf(steps));
	}

	/** Weeks between two days at this rhythm; 0 without dates. */
	public long weeksBetweenDays() {
		List<LocalDate> dates = this.steps.stream().map(Step::around).filter((date) -> date != null).toList();
		if (dates.size() < 2) {
			return 0;
		}
		return Math.round(ChronoUnit.DAYS.between(dates.getFirst(), dates.getLast()) / 7.0 / (dates.size() - 1));
	}

	public boolean isTight() {
		return weeksBetweenDays() > 0 && weeksBetweenDays() < TIGHT;
	}

	public boolean isLoose() {
		return weeksBetweenDays() > LOOSE;
	}

	private static @Nullable LocalDate around(@Nullable LocalDate from, @Nullable LocalDate to, int index, int count) {
		if (from == null || to == null || to.isBefore(from)) {
			return null;
		}
		long days = ChronoUnit.DAYS.between(from, to);
		LocalDate date = from.plusDays((count > 1) ? days * index / (count - 1) : 0);
		return switch (date.getDayOfWeek()) {
			case SATURDAY -> date.with(DayOfWeek.FRIDAY).isBefore(from) ? date.plusDays(2) : date.minusDays(1);
			case SUNDAY -> date.plusDays(1);
			default -> date;
		};
	}

	/** A day, or the meetings after the day of that rank. */
	public record Step(boolean meeting, int rank, String title, @Nullable LocalDate around) {
	}

}
