package fr.faireavec.polls.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.availability.Availability;
import fr.faireavec.polls.Askee;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.sequences.Say;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;

/** What somebody says of each date, by its option. */
class AnswersForm {

	public Map<String, Say> said = new LinkedHashMap<>();

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String comment = "";

	@Size(max = 5)
	public Set<String> accepted = new LinkedHashSet<>();

	/** What was said; where nothing was, that one can, but on impossible dates. */
	static AnswersForm of(PollSheet poll, Askee askee, Availability availability) {
		AnswersForm form = new AnswersForm();
		for (PollSheet.AskedOn day : poll.days()) {
			for (PollSheet.Dated option : day.options()) {
				Say known = poll.say(askee, option);
				TimeSlot slot = day.slot(option);
				boolean impossible = availability.impossible(slot.start(), slot.end()).isPresent();
				form.said.put(option.id().toString(), (known != null) ? known : impossible ? Say.NO : Say.YES);
			}
		}
		PollSheet.Said before = poll.said().get(askee.id());
		form.comment = (before != null) ? before.comment() : "";
		return form;
	}

	/** What is not a date proposed was never asked. */
	Map<UUID, Say> answers(PollSheet poll) {
		Map<UUID, Say> answers = new LinkedHashMap<>();
		this.said.forEach((id, say) -> poll.days()
			.stream()
			.flatMap((day) -> day.options().stream())
			.filter((option) -> say != null && option.id().toString().equals(id))
			.forEach((option) -> answers.put(option.id(), say)));
		return answers;
	}

	/** How many answers are about dates that are proposed no more. */
	int gone(PollSheet poll) {
		return this.said.size() - answers(poll).size();
	}

}
