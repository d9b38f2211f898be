package fr.faireavec.postgres;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * Why the application does not start, told to the person who starts it: what is wrong and
 * what to do, both in StartRefused.properties.
 */
public final class StartRefused extends RuntimeException {

	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("fr.faireavec.postgres.StartRefused",
			Locale.ROOT);

	private final String action;

	private StartRefused(String reason, @Nullable Throwable cause, Object... arguments) {
		super(text(reason + ".description", arguments), cause);
		this.action = text(reason + ".action", arguments);
	}

	private static String text(String key, Object... arguments) {
		return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(arguments);
	}

	/** What to do about it. */
	public String action() {
		return this.action;
	}

	/** The demo shows everybody every letter: not those of real people. */
	public static StartRefused demoAmongRealPeople() {
		return new StartRefused("demo-among-real-people", null);
	}

	static StartRefused noDatabase() {
		return new StartRefused("no-database", null);
	}

	static StartRefused portTaken(int port, @Nullable Throwable cause) {
		return new StartRefused("port-taken", cause, String.valueOf(port));
	}

	static StartRefused notADirectory(Path directory) {
		return new StartRefused("not-a-directory", null, directory);
	}

	static StartRefused directoryUnusable(Path directory, Exception cause) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
		String said = String.valueOf(root.getMessage());
		if (said.contains("No space left on device")) {
			return new StartRefused("disk-full", cause, directory);
		}
		if (root instanceof AccessDeniedException || said.contains("Read-only file system")
				|| said.contains("Permission denied") || said.contains("Operation not permitted")) {
			return new StartRefused("not-writable", cause, directory);
		}
		return new StartRefused("directory-unusable", cause, directory, said);
	}

	static StartRefused directoryInUse(Path directory, String process) {
		return new StartRefused("directory-in-use", null, directory, process);
	}

	static StartRefused passwordLost(Path file) {
		return new StartRefused("password-lost", null, file);
	}

	static StartRefused notDurable(Path directory, Map<String, String> settings) {
		return new StartRefused("not-durable", null, directory, settings);
	}

	/** PostgreSQL itself refused, with what it said. */
	static StartRefused postgres(Path directory, String said) {
		String reason = "postgres";
		if (said.contains("No space left on device")) {
			reason = "disk-full";
		}
		else if (said.contains("incompatible with server")) {
			reason = "other-version";
		}
		else if (said.contains("cannot be run as root") || said.contains("\"root\" execution")) {
			reason = "root";
		}
		else if (said.contains("Permission denied")) {
			reason = "not-writable";
		}
		return new StartRefused(reason, null, directory, excerpt(said));
	}

	private static String excerpt(String said) {
		List<String> telling = said.lines()
			.filter((line) -> line.matches(".*(FATAL|PANIC|DETAIL|HINT|error):.*"))
			.toList();
		List<String> lines = telling.isEmpty() ? said.lines().toList() : telling;
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
	}

	static StartRefused unreachable(String url, SQLException cause) {
		if (!url.startsWith("jdbc:postgresql://")) {
			return new StartRefused("database-url", null);
		}
		// Without its parameters, which may hold a password.
		String[] target = url.substring("jdbc:postgresql://".length()).split("[?]", 2)[0].split("/", 2);
		return new StartRefused(reason(cause), cause, target[0], (target.length > 1) ? target[1] : "",
				String.valueOf(cause.getMessage()));
	}

	private static String reason(SQLException cause) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
		if (root instanceof UnknownHostException) {
			return "database-unknown-host";
		}
		if (root instanceof ConnectException) {
			return "database-refused";
		}
		return switch (String.valueOf(cause.getSQLState())) {
			case "28P01", "28000", "08004" -> "database-password";
			case "3D000" -> "database-missing";
			default -> "database-unreachable";
		};
	}

}
