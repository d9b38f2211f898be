package fr.faireavec.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process PostgreSQL says it runs as: first line of postmaster.pid, and third, its
 * start.
 */
record Postmaster(long pid, Instant started) {

	/** What the file says; the process may be dead, or be somebody else by now. */
	static Optional<Postmaster> recordedIn(Path cluster) throws IOException {
		Path file = cluster.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(file);
		try {
			return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()),
					Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
		}
		catch (IndexOutOfBoundsException | NumberFormatException truncated) {
			return Optional.empty();
		}
	}

	boolean isAlive() {
		return ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive).isPresent();
	}

	/** Whether that process really is a PostgreSQL working on these data. */
	boolean serves(Path cluster) {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter(Postmaster::isPostgres)
			.filter((process) -> worksIn(process, cluster))
			.isPresent();
	}

	private static boolean isPostgres(ProcessHandle process) {
		return process.info()
			.command()
			.map((command) -> String.valueOf(Path.of(command).getFileName()))
			.filter((name) -> name.equals("postgres") || name.equals("postgres.exe"))
			.isPresent();
	}

	// PostgreSQL works inside its data directory. Where the system does not tell (macOS,
	// Windows), a process of that name, number and start is the one of the file.
	private boolean worksIn(ProcessHandle process, Path cluster) {
		Path workingDirectory = Path.of("/proc", String.valueOf(this.pid), "cwd");
		if (Files.exists(workingDirectory, LinkOption.NOFOLLOW_LINKS)) {
			try {
				return Files.isSameFile(workingDirectory, cluster);
			}
			catch (IOException notOurs) {
				return false;
			}
		}
		return process.info()
			.startInstant()
			.filter((start) -> Duration.between(start, this.started).abs().compareTo(Duration.ofSeconds(5)) < 0)
			.isPresent();
	}

	boolean endsWithin(Duration patience) {
		Optional<ProcessHandle> process = ProcessHandle.of(this.pid);
		if (process.isEmpty()) {
			return true;
		}
		try {
			process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			return !isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
