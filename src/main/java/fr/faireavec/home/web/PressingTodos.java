package fr.faireavec.home.web;

import java.util.ArrayList;
import java.util.List;

import fr.faireavec.accounts.Awaiting;
import fr.faireavec.home.Pressing;

import org.springframework.stereotype.Component;

/** What presses across parcours, in words and buttons. */
@Component
class PressingTodos {

	private final Words words;

	PressingTodos(Words words) {
		this.words = words;
	}

	List<Todo> of(List<Awaiting.Thing> awaiting, List<Pressing.Thing> things) {
		List<Todo> todos = new ArrayList<>();
		for (Awaiting.Thing thing : awaiting) {
			String until = (thing.until() != null)
					? this.words.say("home.todo.until", this.words.french().date(thing.until())) : null;
			todos.add(Todo.leading(thing.count(), this.words.count(thing.count(), thing.key()), until, thing.href(),
					this.words.say(thing.key() + ".button"), todos.isEmpty()));
		}
		for (Pressing.Thing thing : things) {
			String base = "/parcours/" + thing.slug();
			String href = switch (thing.kind()) {
				case "markHeld", "halfOpen", "mute" -> base + "/seances";
				case "meetingsToMarkHeld", "meetingsToFix" -> base + "/rendez-vous";
				case "unsigned" -> base + "/structures/signatures";
				case "uninvited" -> base + "/structures";
				case "reportDue" -> base + "/bilan";
				default -> base + "/journal";
			};
			todos.add(Todo.leading(thing.count(), this.words.count(thing.count(), "home.pressing." + thing.kind()),
					thing.parcours(), href, this.words.say("home.todo." + thing.kind() + ".button"), todos.isEmpty()));
		}
		return todos;
	}

}
