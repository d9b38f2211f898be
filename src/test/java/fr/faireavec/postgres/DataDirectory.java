package fr.faireavec.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * A data directory to throw away, under target/ and so on a real disk. The programs are
 * shared between all of them, and data are created once and copied: only the tests that
 * look at the creation wait for it.
 */
record DataDirectory(Path path) implements AutoCloseable {

	private static final Path HOME = Path.of("target", "data-directories").toAbsolutePath();

	private static final Path SEED = HOME.resolve("seed");

	/** Without any data yet. */
	static DataDirectory empty() throws IOException {
		Path programs = Files.createDirectories(HOME.resolve("programs"));
		PostgresBinaries.unpackedUnder(programs);
		Path path = Files.createTempDirectory(HOME, "test-").toRealPath();
		Files.createSymbolicLink(path.resolve("programs"), programs);
		return new DataDirectory(path);
	}

	/** As an application that ran once leaves it. */
	static DataDirectory used() throws IOException, InterruptedException {
		DataDirectory directory = empty();
		if (!Files.isDirectory(SEED)) {
			EmbeddedDatabase.start(directory.path).close();
			Files.move(directory.path, SEED);
			return used();
		}
		for (String part : new String[] { "postgresql", "postgresql.password" }) {
			new ProcessBuilder("cp", "-a", SEED.resolve(part).toString(), directory.path.toString()).inheritIO()
				.start()
				.waitFor();
		}
		return directory;
	}

	Path cluster() {
		return this.path.resolve("postgresql");
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
