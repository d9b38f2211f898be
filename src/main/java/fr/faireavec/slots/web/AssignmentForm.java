package fr.faireavec.slots.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.slots.SlotAssigning.Assignment;
import fr.faireavec.slots.SlotAssigning.Choice;
import fr.faireavec.web.NotCalledOptional;

/** A slot for each meeting to fix, by the meeting. */
class AssignmentForm {

	public Map<String, Integer> version = new LinkedHashMap<>();

	@NotCalledOptional
	public Map<String, UUID> slot = new LinkedHashMap<>();

	static AssignmentForm of(Assignment proposed) {
		AssignmentForm form = new AssignmentForm();
		proposed.lines().forEach((line) -> {
			form.version.put(line.meetingId().toString(), line.version());
			if (line.slotId() != null) {
				form.slot.put(line.meetingId().toString(), line.slotId());
			}
		});
		return form;
	}

	/** Of the meetings that are to fix: those that are given a slot. */
	List<Choice> choices(Assignment proposed) {
		List<Choice> choices = new ArrayList<>();
		proposed.lines().forEach((line) -> {
			UUID wanted = this.slot.get(line.meetingId().toString());
			if (wanted != null) {
				choices.add(new Choice(line.meetingId(), this.version.getOrDefault(line.meetingId().toString(), -1),
						wanted));
			}
		});
		return choices;
	}

}
