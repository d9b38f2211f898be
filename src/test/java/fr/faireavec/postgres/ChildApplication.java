package fr.faireavec.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@link AcknowledgingWriter} in a JVM of its own, and what it prints. */
final class ChildApplication implements AutoCloseable {

	private static final String END = "END";

	private final Process process;

	private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

	private final List<String> printed = new ArrayList<>();

	private String[] ready = new String[0];

	private ChildApplication(Process process) {
		this.process = process;
	}

	static ChildApplication launch(Path directory, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
						"-Xmx256m", AcknowledgingWriter.class.getName(), "--faireavec.data-directory=" + directory,
						"--spring.main.web-application-type=none", "--spring.main.banner-mode=off"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().remove("SPRING_DATASOURCE_URL");
		ChildApplication child = new ChildApplication(builder.start());
		Thread.ofVirtual().start(child::read);
		return child;
	}

	private void read() {
		try (BufferedReader reader = this.process.inputReader()) {
			reader.lines().forEach(this.lines::add);
		}
		catch (IOException | RuntimeException ex) {
			this.lines.add(String.valueOf(ex));
		}
		this.lines.add(END);
	}

	/** Waits for a line that starts so. */
	private String await(String start) throws InterruptedException {
		while (true) {
			String line = this.lines.poll(60, TimeUnit.SECONDS);
			if (line == null || line.equals(END)) {
				throw new AssertionError("no " + start + " but:\n" + String.join("\n", this.printed));
			}
			this.printed.add(line);
			if (line.startsWith(start)) {
				return line;
			}
		}
	}

	/** Waits until it has started and acknowledged a first write. */
	ChildApplication awaitWriting() throws InterruptedException {
		this.ready = await("READY").split(" ");
		await("ACK");
		return this;
	}

	/** Waits for its end and returns everything it printed. */
	List<String> awaitEnd() throws InterruptedException {
		for (String line = this.lines.take(); !line.equals(END); line = this.lines.take()) {
			this.printed.add(line);
		}
		this.process.waitFor();
		return this.printed;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	void terminate() {
		this.process.destroy();
	}

	void kill() {
		this.process.destroyForcibly();
	}

	Set<String> acknowledged() {
		Set<String> ids = new HashSet<>();
		this.printed.stream().filter((line) -> line.startsWith("ACK ")).forEach((line) -> ids.add(line.substring(4)));
		return ids;
	}

	Set<String> ids(String query) throws SQLException {
		Set<String> ids = new HashSet<>();
		try (Connection connection = DriverManager.getConnection(this.ready[1], this.ready[2], this.ready[3]);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				ids.add(rows.getString(1));
			}
		}
		return ids;
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
