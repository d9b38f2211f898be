package fr.faireavec.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL started by this process on a directory of its own: programs, data,
 * password, log and lock. It listens on 127.0.0.1 only, on a free port, and asks for a
 * password that only the owner of the directory can read.
 */
public final class PostgresServer implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

	private final Path directory;

	private final DirectoryLock lock;

	private final PostgresCluster cluster;

	private final String password;

	private final int port;

	private boolean closed;

	private PostgresServer(Path directory, DirectoryLock lock, Map<String, String> settings) throws IOException {
		this.directory = directory;
		this.lock = lock;
		this.cluster = new PostgresCluster(directory);
		this.password = this.cluster.initialise();
		this.cluster.stopOrphan();
		this.port = this.cluster.start(settings);
	}

	/**
	 * Starts PostgreSQL, on the data that are there or on none.
	 * @param directory created if it is missing
	 * @param settings server settings, as plain words
	 * @throws StartRefused if the directory cannot be used, is in use, or PostgreSQL says
	 * no
	 */
	public static PostgresServer start(Path directory, Map<String, String> settings) {
		Path home = usable(directory.toAbsolutePath().normalize());
		DirectoryLock lock = null;
		PostgresServer started = null;
		try {
			lock = DirectoryLock.on(home);
			started = new PostgresServer(home, lock, settings);
			return started;
		}
		catch (IOException | UncheckedIOException ex) {
			throw StartRefused.directoryUnusable(home, ex);
		}
		finally {
			if (started == null && lock != null) {
				lock.close();
			}
		}
	}

	private static Path usable(Path directory) {
		try {
			return Files.createDirectories(directory).toRealPath();
		}
		catch (FileAlreadyExistsException ex) {
			throw StartRefused.notADirectory(directory);
		}
		catch (IOException ex) {
			throw StartRefused.directoryUnusable(directory, ex);
		}
	}

	/** The directory given at start, as its real path. */
	public Path directory() {
		return this.directory;
	}

	/**
	 * JDBC address of one of its databases. An answer that does not come for a minute is
	 * an error.
	 */
	public String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database
				+ "?connectTimeout=10&socketTimeout=60&tcpKeepAlive=true&ApplicationName=faire-avec";
	}

	/** The owner of everything in it. */
	public String user() {
		return PostgresCluster.USER;
	}

	/** Drawn when the data were created, kept in a file only its owner reads. */
	public String password() {
		return this.password;
	}

	/** A new connection, to be closed by the caller. */
	public Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(jdbcUrl(database), user(), this.password);
	}

	/** Stops PostgreSQL cleanly and lets go of the directory. */
	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try {
			if (!this.cluster.stop()) {
				log.warn("PostgreSQL ne s’arrête pas : voir {}", this.directory.resolve("postgresql.log"));
			}
		}
		finally {
			this.lock.close();
		}
	}

}
