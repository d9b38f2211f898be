package fr.faireavec.admin.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.Role;
import fr.faireavec.admin.AccountStanding;
import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Roles and standings, as the administration chooses among them. */
@Component
class RoleWords {

	private final MessageSource messages;

	RoleWords(MessageSource messages) {
		this.messages = messages;
	}

	/** The stored roles, each with what it opens. */
	List<Option> stored() {
		return Arrays.stream(Role.values()).map((role) -> option(role.name())).toList();
	}

	/** The same, and none. */
	List<Option> all() {
		return Stream.concat(stored().stream(), Stream.of(option("NONE"))).toList();
	}

	List<Option> standings() {
		return Arrays.stream(AccountStanding.values())
			.map((standing) -> new Option(standing.name(), say("admin.standing." + standing)))
			.toList();
	}

	/** For the page that compares two edits. */
	Map<String, String> byCode() {
		return all().stream().collect(Collectors.toMap(Option::value, Option::label));
	}

	private Option option(String role) {
		return new Option(role, say("accounts.role." + role), say("admin.role.hint." + role));
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
