package fr.faireavec.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's data in a directory whose lock we hold: how they are created, started and
 * stopped.
 */
final class PostgresCluster {

	/** The owner of everything in it. */
	static final String USER = "faireavec";

	private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

	private static final int ATTEMPTS = 5;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path directory;

	private final Path data;

	private final Path serverLog;

	private final PostgresPrograms programs;

	PostgresCluster(Path directory) throws IOException {
		this.directory = directory;
		this.data = directory.resolve("postgresql");
		this.serverLog = directory.resolve("postgresql.log");
		this.programs = new PostgresPrograms(PostgresBinaries.unpackedUnder(directory.resolve("programs")),
				directory.resolve("postgresql-command.log"));
	}

	/**
	 * Creates the data if there are none: aside, then moved into place, so that a kill in
	 * the middle leaves nothing half made.
	 * @return the owner's password
	 */
	String initialise() throws IOException {
		PasswordFile file = new PasswordFile(this.directory.resolve("postgresql.password"));
		if (Files.isDirectory(this.data)) {
			return file.read();
		}
		String password = file.create();
		Path unfinished = this.directory.resolve("postgresql.unfinished");
		FileSystemUtils.deleteRecursively(unfinished);
		PostgresPrograms.Outcome outcome = this.programs.run("initdb", "-D", unfinished.toString(), "-U", USER,
				"--auth=scram-sha-256", "--pwfile=" + file.path(), "--encoding=UTF8", "--locale=C",
				"--locale-provider=icu", "--icu-locale=fr-FR", "--text-search-config=french");
		if (!outcome.succeeded()) {
			throw StartRefused.postgres(this.directory, outcome.output());
		}
		Files.move(unfinished, this.data, StandardCopyOption.ATOMIC_MOVE);
		return password;
	}

	/**
	 * Stops the PostgreSQL that a killed application left running. A file that names a
	 * dead process is left to PostgreSQL, which checks more than we would before it
	 * removes it.
	 */
	void stopOrphan() throws IOException {
		Optional<Postmaster> recorded = Postmaster.recordedIn(this.data).filter(Postmaster::isAlive);
		if (recorded.isEmpty()) {
			return;
		}
		Postmaster orphan = recorded.get();
		if (!orphan.serves(this.data)) {
			// The machine restarted and gave the number to somebody else.
			Files.delete(this.data.resolve("postmaster.pid"));
			return;
		}
		log.info("Arrêt du PostgreSQL laissé par une exécution interrompue (processus {})", orphan.pid());
		if (!stop()) {
			ProcessHandle.of(orphan.pid()).ifPresent(ProcessHandle::destroyForcibly);
		}
		if (!orphan.endsWithin(PATIENCE)) {
			throw StartRefused.directoryInUse(this.directory, String.valueOf(orphan.pid()));
		}
	}

	/**
	 * Starts PostgreSQL and waits until it answers, crash recovery included.
	 * @return the port it listens on
	 */
	int start(Map<String, String> settings) throws IOException {
		for (int attempt = 1;; attempt++) {
			Files.deleteIfExists(this.serverLog);
			int port = freePort();
			if (pgCtl("start", "-t", "300", "-l", this.serverLog.toString(), "-o", options(port, settings))) {
				return port;
			}
			String said = Files.exists(this.serverLog) ? Files.readString(this.serverLog) : "";
			if (Postmaster.recordedIn(this.data).filter((postmaster) -> postmaster.serves(this.data)).isPresent()) {
				stop();
			}
			if (attempt == ATTEMPTS || !isPassing(said)) {
				throw StartRefused.postgres(this.directory, said);
			}
			pause();
		}
	}

	// The free port was taken meanwhile, or the last processes of a killed server are
	// still leaving.
	private static boolean isPassing(String said) {
		return said.contains("could not create any TCP/IP sockets") || said.contains("shared memory block")
				|| said.contains("lock file \"postmaster.pid\" already exists");
	}

	private static void pause() {
		try {
			Thread.sleep(Duration.ofMillis(500));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// Words without spaces or quotes: a shell reads them.
	private static String options(int port, Map<String, String> settings) {
		StringBuilder options = new StringBuilder("-p ").append(port)
			.append(" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC");
		settings.forEach((name, value) -> options.append(" -c ").append(name).append('=').append(value));
		return options.toString();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	/** Stops PostgreSQL: cleanly, or else leaving the next start some recovery to do. */
	boolean stop() {
		String patience = String.valueOf(PATIENCE.toSeconds());
		return pgCtl("stop", "-t", patience, "-m", "fast") || pgCtl("stop", "-t", patience, "-m", "immediate");
	}

	// pg_ctl detaches the server from the terminal: Ctrl-C reaches the application only,
	// which then stops its database last.
	private boolean pgCtl(String action, String... options) {
		List<String> arguments = new ArrayList<>(List.of(action, "-w", "-D", this.data.toString()));
		arguments.addAll(List.of(options));
		return this.programs.run("pg_ctl", arguments.toArray(String[]::new)).succeeded();
	}

}
