package fr.faireavec.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.util.LinuxUtils;

/** Runs PostgreSQL's own initdb and pg_ctl. */
final class PostgresPrograms {

	/** What a program answered. */
	record Outcome(boolean succeeded, String output) {
	}

	private final Path bin;

	private final Path output;

	PostgresPrograms(Path home, Path output) {
		this.bin = home.resolve("bin");
		this.output = output;
	}

	Outcome run(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			// PostgreSQL refuses to run as root: a user namespace gives root another
			// name.
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(this.bin.resolve(program).toString());
		command.addAll(List.of(arguments));
		try {
			// A file, not a pipe: on Windows the server inherits the pipe and never
			// closes it.
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(this.output.toFile());
			builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
			builder.environment().put("LC_ALL", "C");
			Process process = builder.start();
			process.getOutputStream().close();
			boolean succeeded = process.waitFor() == 0;
			return new Outcome(succeeded, Files.readString(this.output));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Outcome(false, program + " was interrupted");
		}
	}

}
