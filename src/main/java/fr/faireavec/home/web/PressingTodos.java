package fr.faireavec.home.web;

import java.util.ArrayList;
import java.util.List;

import fr.faireavec.home.Pressing;

import org.springframework.stereotype.Component;

/** What presses across parcours, in words and buttons. */
@Component
class PressingTodos {

	private final Words words;

	PressingTodos(Words words) {
		this.words = words;
	}

	List<Todo> of(List<Pressing.Thing> things) {
		List<Todo> todos = new ArrayList<>();
		for (Pressing.Thing thing : things) {
			String base = "/parcours/" + thing.slug();
			String href = switch (thing.kind()) {
				case "markHeld" -> base + "/seances";
				case "meetingsToMarkHeld", "meetingsToFix" -> base + "/rendez-vous";
				case "unsigned" -> base + "/structures";
				case "reportDue" -> base + "/bilan";
				default -> base + "/journal";
			};
			todos.add(new Todo(thing.count(), this.words.count(thing.count(), "home.pressing." + thing.kind()),
					thing.parcours(), href, this.words.say("home.todo." + thing.kind() + ".button"), todos.isEmpty()));
		}
		return todos;
	}

}
